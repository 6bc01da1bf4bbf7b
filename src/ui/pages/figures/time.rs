//! A total over time: a line that climbs, with its days in a table.

use std::fmt::Write;

use leptos::prelude::*;

use super::table;
use crate::domain::charts::{Day, over_time as days_of};
use crate::domain::initiative::Initiative;
use crate::domain::totals::Total;
use crate::i18n::Text;
use crate::ui::texts::{date, fill, number, t};

/// The drawing's size, in its own units.
const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 120.0;

/// Room for half a point at the edges.
const EDGE: f64 = 4.0;

/// A total over time; nothing where only one day is known.
pub(super) fn over_time(initiatives: &[&Initiative], total: &Total) -> Option<AnyView> {
    let days = days_of(initiatives, total);
    let (first, last) = (*days.first()?, *days.last()?);
    let highest = days.iter().map(|day| day.value).fold(0.0, f64::max);
    if days.len() < 2 || highest <= 0.0 {
        return None;
    }
    let long = f64::from(first.date.days_until(last.date));
    let at = |day: &Day| {
        let along = f64::from(first.date.days_until(day.date)) / long;
        let x = EDGE + along * (WIDTH - 2.0 * EDGE);
        let y = HEIGHT - EDGE - day.value / highest * (HEIGHT - 2.0 * EDGE);
        (x, y)
    };
    let points: Vec<(f64, f64)> = days.iter().map(at).collect();
    let dots: Vec<_> = points
        .iter()
        .map(|(x, y)| view! { <circle cx=x.to_string() cy=y.to_string() r="3"></circle> })
        .collect();
    let values = [
        ("first", number(first.value)),
        ("from", date(first.date)),
        ("last", number(last.value)),
        ("to", date(last.date)),
    ];
    let values: Vec<(&str, &str)> = values
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let told = fill(Text::FiguresCurve, &values);
    let rows: Vec<_> = days
        .iter()
        .map(|day| {
            view! {
                <tr>
                    <th scope="row"><time datetime=day.date.to_string()>{date(day.date)}</time></th>
                    <td>{number(day.value)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let view = view! {
        <section class="panel stack" aria-labelledby="figures-time">
            <h2 class="panel-title" id="figures-time">{t(Text::FiguresOverTime)}</h2>
            <p class="soft">{t(Text::FiguresTimeRule)}</p>
            <figure class="curve">
                <svg viewBox=["0 0 ", &WIDTH.to_string(), " ", &HEIGHT.to_string()].concat() role="img" aria-label=told>
                    <path class="curve-ground" d=["M0 ", &HEIGHT.to_string(), "H", &WIDTH.to_string()].concat()></path>
                    <path class="curve-line" d=stairs(&points)></path>
                    {dots}
                </svg>
                <figcaption class="curve-ends" aria-hidden="true">
                    <span>{date(first.date)} <br/> {number(first.value)}</span>
                    <span>{date(last.date)} <br/> {number(last.value)}</span>
                </figcaption>
            </figure>
            {table("figures-time", Text::FiguresDay, "", rows)}
        </section>
    };
    Some(view.into_any())
}

/// A line of steps: what was known on a day holds until the next one.
fn stairs(points: &[(f64, f64)]) -> String {
    let mut line = String::new();
    for (place, (x, y)) in points.iter().enumerate() {
        // Writing into a text cannot fail.
        let _written = if place == 0 {
            write!(line, "M{x:.1} {y:.1}")
        } else {
            write!(line, "H{x:.1}V{y:.1}")
        };
    }
    line
}
