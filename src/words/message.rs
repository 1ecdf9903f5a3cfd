//! The ids of the words on screen. Each stands in `resources/<language>/interface.ftl`; a test compares both lists.

macro_rules! messages {
    ($($name:ident = $id:literal,)*) => {
        /// A message of the interface. A misspelt one does not compile.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "the texts in interface.ftl say what each one is")]
        pub enum Msg {
            $($name,)*
        }

        impl Msg {
            /// Every message.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Its id in `interface.ftl`.
            pub fn id(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)*
                }
            }
        }
    };
}

messages! {
    AppName = "app-name",
    OverdoseNow = "overdose-now",
    Topics = "topics",
    SectionsOf = "sections-of",
    ListShown = "list-shown",
    ListPrevious = "list-previous",
    ListNext = "list-next",
    SectionPosition = "section-position",
    NextSection = "next-section",
    OneMoment = "one-moment",
    ReadingArea = "reading-area",
    LookAndSize = "look-and-size",
    TextSize = "text-size",
    TextSizeNormal = "text-size-normal",
    TextSizeLarge = "text-size-large",
    TextSizeLarger = "text-size-larger",
    TextSizeLargest = "text-size-largest",
    Theme = "theme",
    ThemeLight = "theme-light",
    ThemeDark = "theme-dark",
    ThemeContrast = "theme-contrast",
    Close = "close",
    WhoSaysSo = "who-says-so",
    WhoSaysSoNumbers = "who-says-so-numbers",
    WhoSaysSoExplained = "who-says-so-explained",
    BeingChecked = "being-checked",
    BeingCheckedExplained = "being-checked-explained",
    SourcePublished = "source-published",
    SourceReadPage = "source-read-page",
    SourceReadCopy = "source-read-copy",
    SourceReadPart = "source-read-part",
    SourceReadNone = "source-read-none",
    SourceKindGuideline = "source-kind-guideline",
    SourceKindAgency = "source-kind-agency",
    SourceKindPaper = "source-kind-paper",
    SourceKindOther = "source-kind-other",
    Checked = "checked",
    NotApproved = "not-approved",
    Approved = "approved",
    ReviewBy = "review-by",
    Overdue = "overdue",
    Incomplete = "incomplete",
    SiteUnreadable = "site-unreadable",
    GeneralInformation = "general-information",
    ContentVersion = "content-version",
    SeeAlso = "see-also",
    StepNumber = "step-number",
    CalloutDanger = "callout-danger",
    CalloutUrgent = "callout-urgent",
    CalloutNote = "callout-note",
    CalloutGood = "callout-good",
    ContactPhone = "contact-phone",
    ContactText = "contact-text",
    ContactTty = "contact-tty",
    ContactHours = "contact-hours",
    ContactLanguages = "contact-languages",
    HereTitle = "here-title",
    HereAddress = "here-address",
    HereRoom = "here-room",
    HereDoorCode = "here-door-code",
    HereNaloxone = "here-naloxone",
    HereAed = "here-aed",
    HereSay = "here-say",
    ServiceAddress = "service-address",
    ServiceChecked = "service-checked",
    DatesProtocol = "dates-protocol",
    ProblemsNone = "problems-none",
    ProblemsSome = "problems-some",
    Date = "date",
    QuantityRange = "quantity-range",
    QuantityCount = "quantity-count",
    QuantitySeconds = "quantity-seconds",
    QuantityMinutes = "quantity-minutes",
    QuantityHours = "quantity-hours",
    QuantityInches = "quantity-inches",
    QuantityCentimetres = "quantity-centimetres",
    NoDisplay = "no-display",
    NoWindow = "no-window",
    NoSuchSection = "no-such-section",
    NoSuchSectionGuess = "no-such-section-guess",
    CheckClean = "check-clean",
    CheckProblems = "check-problems",
}
