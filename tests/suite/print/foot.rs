//! The foot of every page: what this is, when it was checked, who approved it, who hands it out; and what a reader must
//! know before trusting the page.

use careshelf::content::Loaded;
use careshelf::model::paper::{Layout, Paper};
use careshelf::print::Request;
use jiff::civil::{Date, date};

use super::drawn::{Drawn, drawn};
use super::{ALL_DRAWN, pdf, request, squeezed};
use crate::packs;
use crate::visit::{TODAY, bundled, bundled_for};

const NOT_APPROVED: &str = "Not yet approved for this site.";
/// The bundled sections were checked on November 22, 2026.
const CLINIC: &str = r#"site(
    name: "Riverside Clinic", phone: "555-0100",
    approved: approval(by: "Dr A. Example, medical director", on: "2026-11-23"),
)"#;
const APPROVED: &str = "Approved for this site by Dr A. Example, medical director on November 23, 2026.";

fn pages(loaded: &Loaded, request: &Request) -> Vec<Drawn> {
    drawn(&pdf(loaded, request).expect("pages"))
}

#[track_caller]
fn check(pages: &[Drawn], words: &[&str]) {
    for (at, page) in pages.iter().enumerate() {
        let page_number = format!("Page {} of {}", at + 1, pages.len());
        for words in words.iter().copied().chain([page_number.as_str()]) {
            assert!(page.text().contains(&squeezed(words)), "no \"{words}\" on page {} in {}", at + 1, page.text());
        }
    }
}

#[test]
fn every_page_says_its_language_its_dates_its_approval_its_version_and_its_number() {
    for (_, pages) in ALL_DRAWN.iter() {
        let checked = "Checked against sources on November 22, 2026. Next check by";
        check(pages, &["· English", checked, NOT_APPROVED, "Content version 2026.11.1"]);
    }
}

#[test]
fn the_foot_names_the_section_on_the_page_and_the_clinic() {
    let loaded = bundled_for(CLINIC);
    for layout in [Layout::Handout, Layout::LargePrint] {
        let pages = pages(&loaded, &request(&loaded, "signs", layout));
        let clinic = "Riverside Clinic · 555-0100 · Content version 2026.11.1";
        check(&pages, &["Signs of an overdose · English", "Next check by November 22, 2027.", APPROVED, clinic]);
    }
    for layout in [Layout::Card, Layout::Poster] {
        let pages =
            pages(&loaded, &Request { sections: Vec::new(), layout, paper: Paper::A4, day: TODAY, beside: None });
        check(&pages, &["Overdose? Call 911 · English", APPROVED, "Riverside Clinic · 555-0100"]);
    }
}

#[test]
fn several_sections_each_have_their_own_foot_and_their_sources_the_most_careful_one() {
    let loaded = bundled();
    let mut wanted = request(&loaded, "signs", Layout::Handout);
    wanted.sections.extend(request(&loaded, "helplines", Layout::Handout).sections);
    let pages = pages(&loaded, &wanted);
    let first = pages.first().expect("a page").text();
    assert!(first.contains(&squeezed("Signs of an overdose · English")), "{first}");
    assert!(first.contains(&squeezed("Next check by November 22, 2027.")), "{first}");
    let last = pages.last().expect("a page").text();
    assert!(last.contains(&squeezed("Pages to take with you · English")), "{last}");
    // Telephone numbers must be checked sooner.
    assert!(last.contains(&squeezed("Next check by May 22, 2027.")), "{last}");
}

#[test]
fn an_approval_counts_from_its_day_on_and_only_for_what_was_checked_before() {
    for (on, today, is_approved) in [
        ("2026-11-21", TODAY, false),
        ("2026-11-22", TODAY, true),
        ("2026-11-25", TODAY, true),
        ("2026-11-26", TODAY, false),
        ("2026-11-26", date(2026, 11, 26), true),
    ] {
        let site = format!("site(approved: approval(by: \"Dr A. Example\", on: \"{on}\"))");
        let loaded = bundled_for(&site);
        for layout in Layout::ALL {
            let pages = pages(&loaded, &Request { day: today, ..request(&loaded, "never-do", layout) });
            let words = if is_approved { "Approved for this site by Dr A. Example" } else { NOT_APPROVED };
            check(&pages, &[words]);
            let both = pages.iter().filter(|page| page.text().contains(&squeezed(NOT_APPROVED))).count();
            assert_eq!(both == 0, is_approved, "{on}, {today}, {}", layout.name());
        }
    }
}

#[test]
fn nobody_approved_a_stand_in_or_a_section_with_a_piece_missing() {
    let files = packs::good("small");
    let topic = |words: &str| {
        format!(
            r#"topic(id: "effects", title: "Effects", picture: "tab-effects", sections: [section(id: "short-term",
            title: "Soon", reviewed: "2026-11-22", review_by: "2027-11-22", blocks: [paragraph("Sleep. [-]"), {words}])])"#
        )
    };
    for (path, text, section, notices) in [
        ("en/effects.ron", topic(r#"paragraph("More. [-]")"#), "short-term", &[][..]),
        (
            "en/effects.ron",
            topic(r#"paragraf("More. [-]")"#),
            "short-term",
            &["A piece of this page could not be shown."][..],
        ),
        ("en/overdose.ron", "topic(".to_owned(), "act-now", &[][..]),
    ] {
        let is_whole = notices.is_empty() && path == "en/effects.ron";
        let files = packs::with(files.clone(), path, text);
        let site = careshelf::content::SiteText { name: "site.ron", text: CLINIC };
        let loaded = careshelf::content::assemble(&files, "en", Some(site));
        let pages = pages(&loaded, &request(&loaded, section, Layout::Handout));
        check(&pages, &[if is_whole { APPROVED } else { NOT_APPROVED }]);
        for notice in notices {
            assert!(pages[0].text().contains(&squeezed(notice)), "{notice}");
        }
    }
}

#[test]
fn what_a_reader_must_know_first_stands_first() {
    let overdue = "This page should have been checked again by November 22, 2027. Ask staff whether it is still right.";
    let unreadable = "The settings of this place could not be read. The emergency number may be a different one here.";
    let late: Date = date(2027, 11, 23);
    for (site, day, section, notices) in [
        ("site()", late.yesterday().expect("a day"), "signs", &[][..]),
        ("site()", late, "signs", &[overdue][..]),
        ("site(nam: \"x\")", TODAY, "signs", &[unreadable][..]),
        ("site(nam: \"x\")", late, "signs", &[unreadable, overdue][..]),
        ("site(nam: \"x\")", TODAY, "short-term-effects", &[][..]),
    ] {
        for layout in Layout::ALL {
            // The card and the poster show another section.
            if !layout.shows_sections() && section != "signs" {
                continue;
            }
            let loaded = bundled_for(site);
            let pages = pages(&loaded, &Request { day, ..request(&loaded, section, layout) });
            let text: String = pages.iter().map(Drawn::text).collect();
            for notice in [unreadable, overdue] {
                let is_there = text.contains(&squeezed(&format!("Get care: {notice}")));
                assert_eq!(is_there, notices.contains(&notice), "{site}, {day}, {section}: {notice}");
            }
        }
    }
}
