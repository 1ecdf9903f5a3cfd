//! One sentence in English and in Spanish: whether both say the same numbers, units and values.

use careshelf::content::{Files, assemble};
use careshelf::lint;
use jiff::civil::date;

use super::clean;
use crate::packs::with;

/// The minimal pack in two languages, with this paragraph in each.
fn pack(english: &str, spanish: &str) -> Files {
    let paragraph = "Call {emergency-number}. Say \\\"overdose\\\". [first-aid]";
    let topic = clean()["en/overdose.ron"].to_string();
    let files = with(clean(), "en/overdose.ron", topic.replace(paragraph, english));
    let files = with(files, "es/overdose.ron", topic.replace(paragraph, spanish));
    with(files, "es/language.ron", "language(id: \"es\", name: \"Español\", version: \"1\", topics: [\"overdose\"])\n")
}

/// What differs, without what the interface lacks: this pack has none.
fn differences(english: &str, spanish: &str) -> Vec<String> {
    let files = pack(english, spanish);
    let [first, other] = ["en", "es"].map(|language| assemble(&files, language, None).library);
    let found = lint::check_all(&[&first, &other], date(2026, 11, 22));
    let is_parity = |rule: &str| rule.starts_with("same-") && rule != "same-messages";
    found.iter().filter(|problem| is_parity(problem.rule)).map(ToString::to_string).collect()
}

#[test]
fn the_same_in_both_languages_is_no_finding() {
    for (english, spanish) in [
        ("Wait 2 to 3 minutes. [-]", "Espere de 2 a 3 minutos. [-]"),
        ("Wait two minutes. [-]", "Espere dos minutos. [-]"),
        ("Wait two minutes. [-]", "Espere 2 minutos. [-]"),
        ("Give 0.4 mg. [-]", "Dé 0,4 mg. [-]"),
        ("Give 0.4 mg. [-]", "Dé 0.4 miligramos. [-]"),
        ("In 2024, 80,391 people died. [-]", "En 2024 murieron 80.391 personas. [-]"),
        ("In 2024, 80,391 people died. [-]", "En 2024 murieron 80\u{a0}391 personas. [-]"),
        ("In 2024, 80,391 people died. [-]", "En 2024 murieron 80 391 personas. [-]"),
        ("One box has twelve sprays. [-]", "Una caja trae doce aerosoles. [-]"),
        ("No one knows. Give a spray. [-]", "Nadie sabe. Dé un aerosol. [-]"),
        ("Do both at once. [-]", "Haga las dos cosas a la vez. [-]"),
        ("It is 40% to 60%. [-]", "Es de 40 % a 60 por ciento. [-]"),
        ("Wait 5 full minutes. [-]", "Espere 5 minutos completos. [-]"),
        ("Call {emergency-number}. [first-aid]", "Llame al {emergency-number}. [first-aid]"),
        ("Wait 1 hour. [-]", "Espere una hora. [-]"),
        ("Call 1-800-222-1222. [-]", "Llame al 1-800-222-1222. [-]"),
        ("Say \\\"Wake up!\\\" and shake them. [-]", "Diga «¡Despierte!» y sacuda a la persona. [-]"),
        ("In the US, call. [-]", "En EE. UU., llame. [-]"),
        ("It is for age 12 and over. [-]", "Es para personas de 12 años o más. [-]"),
        ("The choice is shared. [-]", "La decisión es de los dos. [-]"),
        ("It slows your breathing, which can kill you. [-]", "Hace lenta la respiración. Eso puede matar. [-]"),
        ("It is “two: a name”. [-]", "Es “two: a name”. [-]"),
    ] {
        assert_eq!(differences(english, spanish), Vec::<String>::new(), "{english} | {spanish}");
    }
}

#[test]
fn what_differs_is_found_with_both_places() {
    let (here, there) = ("es/overdose.ron:12:27", "at en/overdose.ron:12:27");
    for (english, spanish, rule, message) in [
        ("Give 4 mg. [-]", "Dé 8 mg. [-]", "same-numbers", "the numbers differ: 8 here, 4"),
        ("Give 0.4 mg. [-]", "Dé 4 mg. [-]", "same-numbers", "4 here, 0.4"),
        ("Give 0.4 mg. [-]", "Dé 0.04 mg. [-]", "same-numbers", "0.04 here, 0.4"),
        ("Wait two minutes. [-]", "Espere tres minutos. [-]", "same-numbers", "3 here, 2"),
        ("Wait two minutes. [-]", "Espere unos minutos. [-]", "same-numbers", "nothing more here, 2"),
        ("It is one box. [-]", "Son dos cajas. [-]", "same-numbers", "2 here, nothing more"),
        ("80,391 people died. [-]", "Murieron 80.931 personas. [-]", "same-numbers", "80931 here, 80391"),
        ("Give 4 mg. [-]", "Dé 4 g. [-]", "same-units", "the units differ: 4 g here, 4 mg"),
        ("Give 4 mg. [-]", "Dé 4. [-]", "same-units", "nothing more here, 4 mg"),
        ("Wait 2 minutes. [-]", "Espere 2 horas. [-]", "same-units", "2 hour here, 2 minute"),
        ("Wait one hour. [-]", "Espere un minuto. [-]", "same-units", "minute here, hour"),
        ("It is 40%. [-]", "Son 40. [-]", "same-units", "nothing more here, 40 percent"),
        ("Call {emergency-number}. [-]", "Llame. [-]", "same-values", "nothing more here, {emergency-number}"),
        ("Go. Stay. [-]", "Vaya. [-]", "same-sentences", "sentences here: 1"),
        (
            "Take the box that is beside the front desk, and bring it to whoever is with the person. [-]",
            "Tome la caja que está junto a la entrada y llévela a quien esté con la persona. Luego vuelva a su silla, lea las \
             hojas que hay en la mesa y espere con calma a que alguien del personal le llame por su nombre. [-]",
            "same-sentences",
            "sentences here: 2",
        ),
        ("For 12 months. [-]", "Por 12 años. [-]", "same-units", "nothing more here, 12 month"),
        ("Go. [first-aid]", "Vaya. [-]", "same-sources", "[-] here, [first-aid]"),
        ("Go. [first-aid]", "Vaya. [first-aid, ?]", "same-sources", "[?] here, nothing more"),
    ] {
        let found = differences(english, spanish);
        assert_eq!(found.len(), 1, "{english} | {spanish}: {found:?}");
        let line = &found[0];
        assert!(line.starts_with(&format!("{here}: warning: ")) && line.ends_with(&format!("[{rule}]")), "{line}");
        assert!(line.contains(message) && line.contains(there), "{line}");
    }
}

#[test]
fn spanish_that_is_hard_to_read_is_found() {
    let hard = "La administración inmediata de medicamentos antagonistas intramusculares constituye una responsabilidad \
                institucional ineludible.";
    let files = pack("Go. [-]", &format!("{hard} [-]"));
    let spanish = assemble(&files, "es", None).library;
    let found = lint::check(&spanish, date(2026, 11, 22));
    let problem = found.iter().find(|problem| problem.rule == "reading-grade").unwrap();
    assert!(
        problem.to_string().starts_with("es/overdose.ron:6:9: warning: `act-now` has a reading ease of "),
        "{problem}"
    );
    assert!(
        problem.message.contains("(INFLESZ), and 65 is the least; ") && problem.message.contains(hard),
        "{problem}"
    );
    let easy = assemble(&pack("Go. [-]", "Llame ya. Quédese. [-]"), "es", None).library;
    assert!(!lint::check(&easy, date(2026, 11, 22)).iter().any(|problem| problem.rule == "reading-grade"));
}

#[test]
fn spanish_has_its_own_words_to_avoid_whatever_the_accents() {
    for (text, avoided) in [
        ("Un adicto llega.", "adicto"),
        ("Los TOXICOMANOS llegan.", "TOXICOMANOS"),
        ("Una prueba limpia.", "prueba limpia"),
        ("Es abuso de drogas.", "abuso de drogas"),
        ("Un yonqui llega.", "yonqui"),
    ] {
        let spanish = assemble(&pack("Go. [-]", &format!("{text} [-]")), "es", None).library;
        let found = lint::check(&spanish, date(2026, 11, 22));
        let message = format!("avoid \"{avoided}\"");
        assert!(
            found.iter().any(|problem| problem.rule == "avoid-word" && problem.message.contains(&message)),
            "{text}"
        );
    }
}
