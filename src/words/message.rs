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
    AppName = "app-name", OverdoseNow = "overdose-now",
    // Finding the way
    Topics = "topics", SectionsOf = "sections-of", ListShown = "list-shown", ListPrevious = "list-previous",
    ListNext = "list-next", SectionPosition = "section-position", NextSection = "next-section",
    ReadingArea = "reading-area", OneMoment = "one-moment", Close = "close",
    // Search
    Search = "search", SearchField = "search-field", SearchAbout = "search-about", SearchTopics = "search-topics",
    SearchReading = "search-reading", SearchLooking = "search-looking", SearchCount = "search-count",
    SearchHit = "search-hit", SearchEmergency = "search-emergency",
    SearchEmergencyAbout = "search-emergency-about", SearchEmergencySteps = "search-emergency-steps",
    SearchNear = "search-near", SearchNone = "search-none", SearchNoWords = "search-no-words",
    // A visit
    Hide = "hide", HiddenSpoken = "hidden-spoken", StartAgain = "start-again", Done = "done",
    WelcomeAbout = "welcome-about", StillThere = "still-there",
    StillThereCloses = "still-there-closes", StillHere = "still-here", StillThereKeeps = "still-there-keeps",
    // Languages
    Language = "language", Translated = "translated", TranslatedChecked = "translated-checked",
    TranslatedNotChecked = "translated-not-checked",
    // Text size and colors
    LookAndSize = "look-and-size", TextSize = "text-size", TextSizeNormal = "text-size-normal",
    TextSizeLarge = "text-size-large", TextSizeLarger = "text-size-larger",
    TextSizeLargest = "text-size-largest", Theme = "theme", ThemeLight = "theme-light",
    ThemeDark = "theme-dark", ThemeContrast = "theme-contrast",
    Spacing = "spacing", SpacingNormal = "spacing-normal", SpacingWide = "spacing-wide", Motion = "motion",
    MotionMoving = "motion-moving", MotionStill = "motion-still",
    // Writing
    Keyboard = "keyboard", KeyboardTry = "keyboard-try", KeyboardTryField = "keyboard-try-field",
    KeyboardTryWrote = "keyboard-try-wrote", KeyboardTryAbout = "keyboard-try-about",
    FieldClear = "field-clear", FieldFull = "field-full", KeyLetters = "key-letters",
    KeyAccents = "key-accents", KeyNumbers = "key-numbers", KeyShift = "key-shift", KeySpace = "key-space",
    KeyDelete = "key-delete", KeyClose = "key-close", KeyCapital = "key-capital", KeyMark = "key-mark",
    EchoDeleted = "echo-deleted", EchoEmpty = "echo-empty", EchoCleared = "echo-cleared",
    EchoWroteSecret = "echo-wrote-secret", EchoDeletedSecret = "echo-deleted-secret",
    // Sources
    WhoSaysSo = "who-says-so", WhoSaysSoNumbers = "who-says-so-numbers",
    WhoSaysSoExplained = "who-says-so-explained", BeingChecked = "being-checked",
    BeingCheckedExplained = "being-checked-explained", SourcePublished = "source-published",
    SourceReadPage = "source-read-page", SourceReadCopy = "source-read-copy",
    SourceReadPart = "source-read-part", SourceReadNone = "source-read-none",
    SourceKindGuideline = "source-kind-guideline", SourceKindAgency = "source-kind-agency",
    SourceKindPaper = "source-kind-paper", SourceKindOther = "source-kind-other",
    // The foot of a section
    Checked = "checked", NotApproved = "not-approved", Approved = "approved", ReviewBy = "review-by",
    Overdue = "overdue", Incomplete = "incomplete", SiteUnreadable = "site-unreadable",
    SafeTellStaff = "safe-tell-staff", GeneralInformation = "general-information", ContentVersion = "content-version",
    // Blocks
    SeeAlso = "see-also", StepNumber = "step-number", CalloutDanger = "callout-danger",
    CalloutUrgent = "callout-urgent", CalloutNote = "callout-note", CalloutGood = "callout-good",
    ContactPhone = "contact-phone", ContactText = "contact-text", ContactTty = "contact-tty",
    ContactHours = "contact-hours", ContactLanguages = "contact-languages", HereTitle = "here-title",
    HereAddress = "here-address", HereRoom = "here-room", HereDoorCode = "here-door-code",
    HereNaloxone = "here-naloxone", HereAed = "here-aed", HereSay = "here-say",
    ServiceAddress = "service-address", ServiceChecked = "service-checked", DatesProtocol = "dates-protocol", ProtocolPlace = "protocol-place",
    DatesGuide = "dates-guide", DatesHelplines = "dates-helplines", ProblemsNone = "problems-none",
    ProblemsSome = "problems-some",
    // The guide: an overdose, one step at a time
    GuideStart = "guide-start", PracticeStart = "practice-start", PracticeReal = "practice-real",
    GuideCall = "guide-call", GuideProgress = "guide-progress", GuideStepSpoken = "guide-step-spoken",
    GuideLeave = "guide-leave", GuideLeaveShort = "guide-leave-short", GuideBack = "guide-back",
    GuideSayTitle = "guide-say-title", GuideUsePhone = "guide-use-phone", GuidePractice = "guide-practice",
    GuideSpeed = "guide-speed", GuideSpeedTimes = "guide-speed-times", FormsTitle = "forms-title",
    GuideFormWait = "guide-form-wait", DosesTitle = "doses-title", DosesNone = "doses-none",
    DosesWait = "doses-wait", DosesDue = "doses-due", DosesOverdue = "doses-overdue", DosesAgo = "doses-ago",
    DosesCheck = "doses-check", DosesTakeBack = "doses-take-back", Clock = "clock",
    PacerCompressions = "pacer-compressions", PacerBreaths = "pacer-breaths", PacerPush = "pacer-push",
    PacerReady = "pacer-ready", PacerBlow = "pacer-blow", PacerFall = "pacer-fall", PacerWait = "pacer-wait",
    PacerWithBreaths = "pacer-with-breaths", PacerOnlyPushes = "pacer-only-pushes", Volume = "volume",
    VolumeOff = "volume-off", VolumeQuiet = "volume-quiet", VolumeLoud = "volume-loud", NoSound = "no-sound",
    BarTitle = "bar-title", BarBack = "bar-back", BarEnd = "bar-end", BarEndAsked = "bar-end-asked",
    // Printing
    Print = "print", PrintThisPage = "print-this-page", PrintMore = "print-more", PrintGather = "print-gather",
    PrintPutBack = "print-put-back", PrintTitle = "print-title", PrintWhat = "print-what",
    PrintWhatSection = "print-what-section", PrintWhatTopic = "print-what-topic",
    PrintWhatBasket = "print-what-basket", PrintBasketEmpty = "print-basket-empty",
    PrintLayout = "print-layout", PrintHandout = "print-handout", PrintLarge = "print-large",
    PrintCard = "print-card", PrintPoster = "print-poster", PrintFixed = "print-fixed",
    PrintBeside = "print-beside", PrintPaper = "print-paper", PrintLetter = "print-letter", PrintA4 = "print-a4",
    PrintSetting = "print-setting", PrintFailed = "print-failed", PrintShown = "print-shown",
    PrintPageName = "print-page-name", PrintPrevious = "print-previous", PrintNext = "print-next",
    PrintZoom = "print-zoom", PrintZoomPage = "print-zoom-page", PrintZoomWidth = "print-zoom-width",
    PrintZoomClose = "print-zoom-close", PrintPrinter = "print-printer", PrintLooking = "print-looking",
    PrintNone = "print-none", PrintCopies = "print-copies", PrintCopiesCount = "print-copies-count",
    PrintFewer = "print-fewer", PrintOneMore = "print-one-more", PrintSides = "print-sides",
    PrintOneSide = "print-one-side", PrintTwoSides = "print-two-sides", PrintStart = "print-start",
    PrintSave = "print-save", PrintSaving = "print-saving", PrintSaved = "print-saved",
    PrintNotSaved = "print-not-saved", PrintOpenSaved = "print-open-saved", PrintCancel = "print-cancel",
    PrintAgain = "print-again", PrintMoreAgain = "print-more-again", PrintDone = "print-done",
    PrintSending = "print-sending", PrintQueued = "print-queued", PrintPrinting = "print-printing",
    PrintCancelling = "print-cancelling", PrintPrinted = "print-printed",
    PrintPrintedStep = "print-printed-step", PrintCancelled = "print-cancelled",
    PrintCancelledStep = "print-cancelled-step", PrintNotKnown = "print-not-known", PrintKept = "print-kept",
    PrintCallCode = "print-call-code", PrinterSays = "printer-says", TroubleNoPaper = "trouble-no-paper",
    TroublePaperJam = "trouble-paper-jam", TroubleCoverOpen = "trouble-cover-open",
    TroubleTrayMissing = "trouble-tray-missing", TroubleOutputFull = "trouble-output-full",
    TroubleTonerEmpty = "trouble-toner-empty", TroubleWasteFull = "trouble-waste-full",
    TroublePartWornOut = "trouble-part-worn-out", TroubleTooHot = "trouble-too-hot",
    TroubleWarmingUp = "trouble-warming-up", TroubleMemoryFull = "trouble-memory-full",
    TroubleUnreachable = "trouble-unreachable", TroublePaused = "trouble-paused",
    TroubleShuttingDown = "trouble-shutting-down", TroubleNeedsAttention = "trouble-needs-attention",
    TroubleQueueBroken = "trouble-queue-broken", TroubleHeld = "trouble-held", TroubleBusy = "trouble-busy",
    TroubleEndless = "trouble-endless", TroubleDocumentRefused = "trouble-document-refused",
    TroubleAborted = "trouble-aborted", TroubleEndedWithErrors = "trouble-ended-with-errors",
    TroubleNotAllowed = "trouble-not-allowed", TroublePaperLow = "trouble-paper-low",
    TroubleOutputAlmostFull = "trouble-output-almost-full", TroubleTonerLow = "trouble-toner-low",
    TroubleWasteAlmostFull = "trouble-waste-almost-full", TroublePartWearsOut = "trouble-part-wears-out",
    TroubleNoSpooler = "trouble-no-spooler", TroubleSpoolerSilent = "trouble-spooler-silent",
    TroubleUnknownPrinter = "trouble-unknown-printer", TroubleNotAcceptingJobs = "trouble-not-accepting-jobs",
    TroubleFormatNotSupported = "trouble-format-not-supported",
    TroublePaperNotOffered = "trouble-paper-not-offered",
    TroubleTwoSidedNotOffered = "trouble-two-sided-not-offered",
    TroubleCopiesNotOffered = "trouble-copies-not-offered", TroubleRefused = "trouble-refused",
    TroublePagesNotMade = "trouble-pages-not-made", TroubleNotOnThisSystem = "trouble-not-on-this-system",
    TroubleUnknown = "trouble-unknown", StepAskStaff = "step-ask-staff", StepTellStaff = "step-tell-staff",
    StepFillPaper = "step-fill-paper", StepClearJam = "step-clear-jam", StepClose = "step-close",
    StepPushTray = "step-push-tray", StepEmptyTray = "step-empty-tray", StepWait = "step-wait",
    StepGoesOn = "step-goes-on", StepThenAgain = "step-then-again", StepFewerPages = "step-fewer-pages",
    StepSwitchOn = "step-switch-on", StepLookAtDisplay = "step-look-at-display",
    StepTryLater = "step-try-later", StepLookInTray = "step-look-in-tray", StepTryAgain = "step-try-again",
    StepCheckPages = "step-check-pages", StepOtherPrinter = "step-other-printer",
    StepOtherPaper = "step-other-paper", StepOneSide = "step-one-side", StepFewerCopies = "step-fewer-copies",
    StepSavePages = "step-save-pages",
    // On paper
    PrintPage = "print-page", PrintSelection = "print-selection", PrintCode = "print-code",
    PrintOverdose = "print-overdose", CardNumbers = "card-numbers", CardExpiry = "card-expiry",
    CardHowToFold = "card-how-to-fold",
    // The administrator
    AdminTitle = "admin-title", AdminPin = "admin-pin", AdminDigits = "admin-digits",
    AdminErase = "admin-erase", AdminOpen = "admin-open", AdminWrong = "admin-wrong",
    AdminLocked = "admin-locked", AdminNoPin = "admin-no-pin", AdminNoPinStep = "admin-no-pin-step",
    AdminUnreadable = "admin-unreadable", AdminUnreadableStep = "admin-unreadable-step",
    AdminUnwritable = "admin-unwritable", AdminUnwritableStep = "admin-unwritable-step",
    AdminLost = "admin-lost", AdminLostStep = "admin-lost-step", AdminTestPrint = "admin-test-print",
    AdminLeave = "admin-leave", AdminLeaveAsked = "admin-leave-asked", AdminAgain = "admin-again",
    AdminHealth = "admin-health", HealthCare = "health-care", HealthProgram = "health-program",
    HealthProgramVersion = "health-program-version", HealthContent = "health-content",
    HealthContentAge = "health-content-age", HealthContentLate = "health-content-late",
    HealthClock = "health-clock", HealthClockWrong = "health-clock-wrong", HealthProblems = "health-problems",
    HealthProblemsMore = "health-problems-more", HealthPrinter = "health-printer",
    HealthPrinterReady = "health-printer-ready", HealthPrinterTrouble = "health-printer-trouble",
    HealthSound = "health-sound", HealthSoundNone = "health-sound-none",
    HealthSoundFailed = "health-sound-failed", HealthDisplay = "health-display",
    HealthDisplaySize = "health-display-size", HealthVisits = "health-visits", HealthVisitsRules = "health-visits-rules", HealthRenderer = "health-renderer",
    HealthRendererCpu = "health-renderer-cpu", HealthRendererGpu = "health-renderer-gpu",
    HealthDisk = "health-disk", HealthDiskFree = "health-disk-free", HealthUnknown = "health-unknown",
    // Quantities
    QuantityRange = "quantity-range", QuantityCount = "quantity-count",
    QuantitySeconds = "quantity-seconds", QuantityMinutes = "quantity-minutes",
    QuantityHours = "quantity-hours", QuantityInches = "quantity-inches",
    QuantityCentimetres = "quantity-centimetres",
    // The terminal
    NoDisplay = "no-display", NoWindow = "no-window", NoSuchSection = "no-such-section",
    NoSuchSectionGuess = "no-such-section-guess", NoSuchCard = "no-such-card", CheckClean = "check-clean",
    CheckProblems = "check-problems", CheckUnmeasured = "check-unmeasured",
}
