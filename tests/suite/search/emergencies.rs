//! Whoever may be watching an overdose gets the steps first.

use super::ENGLISH;

#[test]
fn words_of_an_emergency_are_heard_in_any_form_and_order() {
    for query in [
        "not breathing",
        "NOT BREATHING!!!",
        "my son is not breathing",
        "my son is not breathing what do i do",
        "he is not realy breathing",
        "not breatheing",
        "not breathin",
        "she stopped breathing",
        "breathing stopped",
        "blue lips",
        "lips are blue",
        "her lips turned blue",
        "he wont wake up",
        "won’t wake up",
        "cant wake my brother up",
        "overdosing",
        "my frend is overdosing",
    ] {
        let found = ENGLISH.index.search(query, 5);
        assert!(found.is_emergency, "{query}");
        assert_eq!(found.hits[0].section.as_str(), "act-now", "{query}");
    }
}

#[test]
fn a_question_is_no_emergency() {
    for query in [
        "",
        "o",
        "not",
        "breathing",
        "signs of long term damage",
        "signs of addiction",
        "how long do i have to wait to wake up early",
        "methadone",
        "blue pills",
        "overdose prevention",
        "what does naloxone do",
    ] {
        assert!(!ENGLISH.index.search(query, 5).is_emergency, "{query}");
    }
}
