//! Short forms of given names, read from `nicknames.txt`: "Bill" and "William" may be one person.

use std::sync::OnceLock;

use super::Table;
use crate::text::hash_word;

/// Whether two given names, by `hash_word`, are one name, in full or short.
pub fn same(a: u64, b: u64) -> bool {
    static SHARED: OnceLock<Table<Vec<u16>>> = OnceLock::new();
    a == b || {
        let names = SHARED.get_or_init(read);
        names.get(a).is_some_and(|a| names.get(b).is_some_and(|b| a.iter().any(|name| b.contains(name))))
    }
}

/// The lines in which each form stands.
fn read() -> Table<Vec<u16>> {
    let mut forms: Table<Vec<u16>> = Table::default();
    for (number, line) in (0u16..).zip(include_str!("nicknames.txt").lines().filter(|l| !l.starts_with('#'))) {
        for form in line.split_whitespace() {
            forms.entry(hash_word(form)).push(number);
        }
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_are_the_name_and_not_each_other_s() {
        let one = |a, b| same(hash_word(a), hash_word(b));
        assert!(one("Chuck", "Charles") && one("Ted", "Edward") && one("Ted", "Theodore") && one("Ana", "Ana"));
        assert!(!one("Edward", "Theodore") && !one("Chuck", "Bill") && !one("Ana", "Anabel"));
    }
}
