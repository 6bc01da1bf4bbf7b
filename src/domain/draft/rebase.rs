//! Carrying what was typed over to an initiative that has changed meanwhile.

use super::{Draft, Field, Row, Typed};

/// Fields that only make sense together: what one person typed of them is never mixed with what
/// another did.
const WHOLES: [&[Field]; 3] = [
    &[Field::OrganiserName, Field::OrganiserKind, Field::Consent],
    &[Field::Commune, Field::Insee, Field::Postcode, Field::Area],
    &[Field::Start, Field::End, Field::PeriodNote],
];

impl Draft {
    /// The form on another ground: what was touched since `from` stays as typed, everything else is
    /// as in `to`. A form may have been left open, or its draft kept, while the catalogue went on;
    /// saving it must not put back what others have changed.
    #[must_use]
    pub fn rebase(&self, from: &Self, to: &Self) -> Self {
        Self {
            fields: fields(&self.fields, &from.fields, &to.fields),
            served: if self.served == from.served {
                to.served.clone()
            } else {
                self.served.clone()
            },
            measures: rows(&self.measures, &from.measures, &to.measures),
            needs: rows(&self.needs, &from.needs, &to.needs),
            contacts: rows(&self.contacts, &from.contacts, &to.contacts),
            translations: rows(&self.translations, &from.translations, &to.translations),
        }
    }
}

fn fields(mine: &Typed, from: &Typed, to: &Typed) -> Typed {
    let touched = |field: &Field| mine.get(field) != from.get(field);
    let stays = |field: &Field| match WHOLES.iter().find(|whole| whole.contains(field)) {
        Some(whole) => whole.iter().any(&touched),
        None => touched(field),
    };
    let of = |source: &Typed, wanted: bool| {
        let chosen = source.iter().filter(|(field, _)| stays(field) == wanted);
        chosen
            .map(|(field, text)| (field.clone(), text.clone()))
            .collect::<Vec<_>>()
    };
    of(mine, true).into_iter().chain(of(to, false)).collect()
}

/// Rows that were added or touched stay whole, rows that were taken out stay away, and rows that
/// came meanwhile stand at the end.
fn rows(mine: &[Row], from: &[Row], to: &[Row]) -> Vec<Row> {
    let find = |rows: &[Row], row: &Row| rows.iter().find(|other| other.id == row.id).cloned();
    let kept = mine.iter().filter_map(|row| {
        if find(from, row).is_some_and(|was| was == *row) {
            find(to, row)
        } else {
            Some(row.clone())
        }
    });
    let came = to
        .iter()
        .filter(|row| find(mine, row).is_none() && find(from, row).is_none());
    kept.chain(came.cloned()).collect()
}

#[cfg(test)]
mod tests {
    use crate::domain::draft::{Draft, Field, Row};
    use crate::domain::id::Id;

    fn draft(fields: &[(Field, &str)], rows: &[(&str, &str)]) -> Draft {
        let typed = |fields: &[(Field, &str)]| {
            let fields = fields.iter();
            fields
                .map(|(field, text)| (field.clone(), (*text).to_owned()))
                .collect()
        };
        Draft {
            fields: typed(fields),
            needs: rows
                .iter()
                .map(|(id, what)| Row {
                    id: Id::parse(id).unwrap(),
                    fields: typed(&[(Field::What, what)]),
                })
                .collect(),
            ..Draft::default()
        }
    }

    #[test]
    fn what_was_touched_stays_and_the_rest_follows() {
        let from = draft(&[(Field::Title, "Masques"), (Field::Summary, "Avant")], &[]);
        let mine = draft(
            &[(Field::Title, "Masques lavables"), (Field::Summary, "Avant")],
            &[],
        );
        let to = draft(
            &[
                (Field::Title, "Masques"),
                (Field::Summary, "Depuis"),
                (Field::Practical, "Le mardi"),
            ],
            &[],
        );
        let expected = draft(
            &[
                (Field::Title, "Masques lavables"),
                (Field::Summary, "Depuis"),
                (Field::Practical, "Le mardi"),
            ],
            &[],
        );
        assert_eq!(mine.rebase(&from, &to), expected);
        assert_eq!(mine.rebase(&from, &from), mine);
        assert_eq!(from.rebase(&from, &to), to);
    }

    #[test]
    fn a_field_that_was_emptied_stays_empty() {
        let from = draft(&[(Field::Summary, "Avant")], &[]);
        let mine = draft(&[], &[]);
        let to = draft(&[(Field::Summary, "Avant"), (Field::Title, "Masques")], &[]);
        assert_eq!(mine.rebase(&from, &to), draft(&[(Field::Title, "Masques")], &[]));
    }

    #[test]
    fn one_place_is_never_made_of_two() {
        let place =
            |commune: &str, insee: &str| draft(&[(Field::Commune, commune), (Field::Insee, insee)], &[]);
        let (from, to) = (place("Marck", "62548"), place("Calais", "62193"));
        let mine = draft(&[(Field::Commune, "Marc")], &[]);
        assert_eq!(mine.rebase(&from, &to), mine);
        // One's consent is never attached to another's name.
        let from = draft(&[(Field::OrganiserName, "A"), (Field::Consent, "yes")], &[]);
        let mine = draft(&[(Field::OrganiserName, "A")], &[]);
        let to = draft(&[(Field::OrganiserName, "B"), (Field::Consent, "yes")], &[]);
        assert_eq!(mine.rebase(&from, &to), mine);
    }

    #[test]
    fn rows_come_go_and_stay_one_by_one() {
        let from = draft(
            &[],
            &[("same", "tissu"), ("mine", "fil"), ("out", "x"), ("gone", "y")],
        );
        let mine = draft(
            &[],
            &[
                ("same", "tissu"),
                ("mine", "fil blanc"),
                ("gone", "y"),
                ("new", "dons"),
            ],
        );
        let to = draft(
            &[],
            &[
                ("same", "tissu coton"),
                ("mine", "fil noir"),
                ("out", "x"),
                ("came", "bras"),
            ],
        );
        let expected = draft(
            &[],
            &[
                ("same", "tissu coton"),
                ("mine", "fil blanc"),
                ("new", "dons"),
                ("came", "bras"),
            ],
        );
        assert_eq!(mine.rebase(&from, &to), expected);
    }
}
