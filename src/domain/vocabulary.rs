//! Closed lists of codes that stay open to the future.

/// Declares an enum of known codes with a last variant that keeps any other code as it was written.
///
/// A newer version of the format may add a code; a catalogue that passes through this version must
/// come out with it intact, so an unknown code has a place in the type.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$vmeta])* $variant,)+
            /// A code that this version does not know, kept as it was written.
            Unknown(String),
        }

        impl $name {
            /// Every code that this version knows, in the order in which a person chooses.
            pub const KNOWN: &'static [$name] = &[$($name::$variant,)+];

            /// The value for a code; any code is accepted.
            #[must_use]
            pub fn from_code(code: &str) -> Self {
                match code {
                    $($code => Self::$variant,)+
                    other => Self::Unknown(other.to_owned()),
                }
            }

            /// The code, as the JSON format spells it.
            #[must_use]
            pub fn code(&self) -> &str {
                match self {
                    $(Self::$variant => $code,)+
                    Self::Unknown(code) => code,
                }
            }
        }
    };
}
pub(crate) use vocabulary;
