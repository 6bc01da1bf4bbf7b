//! A place on the globe, and how far one is from another.

/// A place on the globe, in degrees of WGS 84, checked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    lat: f64,
    lon: f64,
}

impl Point {
    /// The mean radius of the Earth, in metres (IUGG).
    const EARTH: f64 = 6_371_008.8;

    /// Checks a place.
    #[must_use]
    pub fn new(lat: f64, lon: f64) -> Option<Self> {
        let exists = (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon);
        exists.then_some(Self { lat, lon })
    }

    /// The latitude in degrees.
    #[must_use]
    pub const fn lat(self) -> f64 {
        self.lat
    }

    /// The longitude in degrees.
    #[must_use]
    pub const fn lon(self) -> f64 {
        self.lon
    }

    /// How much shorter a degree of longitude is here than one of latitude: 1 at the equator, 0 at the poles.
    #[must_use]
    pub fn narrowing(self) -> f64 {
        sine(90.0 - self.lat.abs())
    }

    /// The length of a degree of latitude, in kilometres.
    #[must_use]
    pub fn kilometres_a_degree() -> f64 {
        (Self::EARTH / 1000.0).to_radians()
    }

    /// The distance as the crow flies, in metres (the haversine formula; the Earth being no sphere,
    /// half a percent off at most).
    #[must_use]
    pub fn metres_to(self, other: Self) -> u32 {
        let half_sine = |from: f64, to: f64| {
            let half = (to - from).abs() / 2.0;
            // Beyond a quarter turn the sine comes down as it went up.
            let sine = sine(half.min(180.0 - half));
            sine * sine
        };
        let along = sine(90.0 - self.lat.abs()) * sine(90.0 - other.lat.abs());
        let chord = half_sine(self.lat, other.lat) + along * half_sine(self.lon, other.lon);
        let metres = 2.0 * Self::EARTH * chord.min(1.0).sqrt().asin();
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "at most half the Earth's circumference, and never negative"
        )]
        {
            (metres + 0.5) as u32
        }
    }
}

/// The sine of an angle from 0 to 90 degrees, by the first eight terms of its series: at most 10⁻¹¹ too
/// small, which moves a distance by a few millionths on the far side of the globe and by nothing here.
/// The standard library's sine would bring 8 kB, most of them for angles that no globe has.
fn sine(degrees: f64) -> f64 {
    let angle = degrees.to_radians();
    let square = angle * angle;
    let tail = [210.0, 156.0, 110.0, 72.0, 42.0, 20.0, 6.0]
        .iter()
        .fold(1.0, |tail, divisor| 1.0 - square / divisor * tail);
    angle * tail
}

#[cfg(test)]
mod tests {
    use super::{Point, sine};

    #[test]
    fn the_short_sine_is_close_to_the_long_one() {
        for tenth in 0..=900 {
            let degrees = f64::from(tenth) / 10.0;
            let (exact, short) = (degrees.to_radians().sin(), sine(degrees));
            assert!(
                (short - exact).abs() <= 1e-11 * exact,
                "{degrees}: {short} for {exact}"
            );
        }
    }

    #[test]
    fn distances_agree_with_those_of_the_standard_library() {
        let exact = |from: Point, to: Point| {
            let half_sine = |from: f64, to: f64| ((to - from).to_radians() / 2.0).sin().powi(2);
            let along = from.lat.to_radians().cos() * to.lat.to_radians().cos();
            let chord = half_sine(from.lat, to.lat) + along * half_sine(from.lon, to.lon);
            2.0 * Point::EARTH * chord.min(1.0).sqrt().asin()
        };
        let points = [
            (50.9513, 1.8587),     // Calais
            (50.2910, 2.7775),     // Arras
            (50.2915, 2.7779),     // a street away
            (42.6987, 2.8956),     // Perpignan
            (48.3904, -4.4861),    // Brest
            (16.2411, -61.5331),   // Pointe-à-Pitre
            (4.9224, -52.3135),    // Cayenne
            (46.7811, -56.1764),   // Saint-Pierre
            (-12.7806, 45.2279),   // Mamoudzou
            (-20.8789, 55.4481),   // Saint-Denis
            (-22.2711, 166.4416),  // Nouméa
            (-13.2825, -176.1764), // Mata Utu
            (-17.5350, -149.5696), // Papeete
            (90.0, 0.0),
            (-90.0, 180.0),
            (0.0, 180.0),
            (0.0, -180.0),
            (0.0, 0.0),
        ];
        let points = points.map(|(lat, lon)| Point::new(lat, lon).unwrap());
        for from in points {
            for to in points {
                let (short, exact) = (f64::from(from.metres_to(to)), exact(from, to));
                // Half a metre is the rounding.
                assert!(
                    (short - exact).abs() <= 0.5 + exact * 4e-6,
                    "{from:?} to {to:?}: {short} for {exact}"
                );
            }
        }
    }

    #[test]
    fn distances_are_those_of_the_globe() {
        let point = |lat, lon| Point::new(lat, lon).unwrap();
        let (arras, calais) = (point(50.291, 2.7775), point(50.9513, 1.8587));
        assert_eq!(arras.metres_to(arras), 0);
        assert!((97_500..98_500).contains(&arras.metres_to(calais)));
        assert_eq!(arras.metres_to(calais), calais.metres_to(arras));
        assert_eq!(point(90.0, 0.0).metres_to(point(-90.0, 0.0)) / 1000, 20_015);
        assert!(Point::new(91.0, 0.0).is_none() && Point::new(f64::NAN, 0.0).is_none());
    }
}
