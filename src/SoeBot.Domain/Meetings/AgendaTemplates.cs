namespace SoeBot.Domain.Meetings;

/// <summary>The agendas there are. The weekly one answers the three questions: the plan of two weeks, what is at risk, what must be decided (R3).</summary>
public static class AgendaTemplates
{
    /// <summary>The card source of artifacts and their signatures.</summary>
    public const string Artifact = "sop-artifact";

    private static readonly AgendaStep ReadBack = new("read-back", "Read-back", 6, "Every decision has one owner and a date", "read-back");

    /// <summary>60 to 90 minutes (R2).</summary>
    public static readonly AgendaTemplate Weekly = new(AgendaTemplate.WeeklyId, "Weekly execution meeting", "",
    [
        new("commitments", "Last commitments", 7, "Kept, missed or a new date with a reason", "commitments") { Looks = StepLooks.Back },
        new("numbers", "Three numbers", 4, "Nothing: the numbers are about the past. Below 80 % the two weeks are rebuilt", "numbers") { About = "", Looks = StepLooks.Back },
        new("look-ahead", "Look-ahead", 10, "What the next two weeks cannot do", "look-ahead") { About = "", Looks = StepLooks.Forward },
        new("top-ten", "Top ten at risk", 25, "One decision for each red order, or say why not", "meeting-order") { Looks = StepLooks.Forward, ByOrder = true },
        new("changes", "Changes asked", 10, "Which changes inside the fences stand", "meeting-changes") { Looks = StepLooks.Forward, Also = "changes-asked" },
        new("scenarios", "Scenarios", 10, "What to do where the two weeks cannot be done", "meeting-limits") { Looks = StepLooks.Forward },
        new("exceptions", "Repeats and flags", 5, "Who finds the cause of what came three days running", "exceptions") { About = "repeats:0", Also = "flags" },
        new("upwards", "Upwards", 4, "What the next level must decide", "meeting-upwards") { Looks = StepLooks.Forward },
        ReadBack,
    ])
    { OpenMinutes = 2, CloseMinutes = 2, NeedsFunctions = true };

    /// <summary>The same loop on the revised plan, ten minutes (R15).</summary>
    public static readonly AgendaTemplate Daily = new("daily", "Daily check-in", "daily|check-in|daily check-in",
    [
        new("exceptions", "Since yesterday", 3, "Who takes what went wrong", "exceptions") { About = "", Looks = StepLooks.Back },
        new("look-ahead", "Today and tomorrow", 2, "What the plan cannot do any more", "meeting-limits") { Looks = StepLooks.Forward },
        new("top-ten", "Red orders", 3, "One decision for each red order, or say why not", "meeting-order") { Looks = StepLooks.Forward, ByOrder = true },
        ReadBack with { Minutes = 2 },
    ]);

    /// <summary>What a cancelled weekly meeting leaves: red orders still need a decision by the time it would have ended.</summary>
    public static readonly AgendaTemplate InChat = new("in-chat", "Decisions in the chat", "in chat|in the chat",
    [
        new("top-ten", "Top ten at risk", 25, "One decision for each red order, or say why not", "meeting-order") { Looks = StepLooks.Forward, ByOrder = true },
        new("changes", "Changes asked", 10, "Which changes inside the fences stand", "meeting-changes") { Looks = StepLooks.Forward, Also = "changes-asked" },
        ReadBack,
    ])
    { InChat = true };

    public static readonly AgendaTemplate Demand = new("sop-demand", "Demand review", "demand|demand review",
    [
        new("signal", "Demand signal", 15, "Which demand is real: the greater of forecast and orders", "flags") { About = "", Looks = StepLooks.Forward },
        new("numbers", "Plan against shipments", 10, "What the gap of the month teaches", "metrics") { About = "", Looks = StepLooks.Back },
        new("consensus", "Demand consensus", 15, "One demand, signed by its owner", Artifact) { Looks = StepLooks.Forward, Artifact = "DemandConsensus" },
        ReadBack,
    ]);

    public static readonly AgendaTemplate Supply = new("sop-supply", "Supply review", "supply|supply review",
    [
        new("load", "Load ahead", 15, "Which work centres and components cannot do it", "meeting-limits") { Looks = StepLooks.Forward },
        new("late", "Suppliers and shop floor", 10, "Whose causes repeat", "exceptions") { About = "repeats:0" },
        new("plan", "Supply plan", 15, "What supply the plan stands on", Artifact) { Looks = StepLooks.Forward, Artifact = "SupplyPlan" },
        ReadBack,
    ]);

    public static readonly AgendaTemplate Reconciliation = new("sop-reconciliation", "Reconciliation", "reconciliation|pre-s&op|pre s&op",
    [
        new("parked", "Parked topics", 15, "Which topics from the weekly meetings go on", "meeting-upwards") { Looks = StepLooks.Forward },
        new("gaps", "Demand against supply", 15, "Which gaps are closed here and which go up", "meeting-limits") { Looks = StepLooks.Forward },
        new("pack", "Reconciliation pack", 15, "At most five slides for the executive meeting", Artifact) { Looks = StepLooks.Forward, Artifact = "ReconciliationPack" },
        ReadBack,
    ]);

    public static readonly AgendaTemplate Executive = new("sop-executive", "Executive meeting", "executive|executive meeting",
    [
        new("open", "What waits for a decision", 20, "What the team brought, with options", "meeting-upwards") { Looks = StepLooks.Forward },
        new("criteria", "Out of stock, now and in two weeks", 10, "What to do where a criterion fired", "flags") { About = "", Looks = StepLooks.Forward },
        new("plan", "Signed plan", 15, "The plan is signed, or what is missing is named", Artifact) { Looks = StepLooks.Forward, Artifact = "SignedPlan" },
        ReadBack,
    ]);

    public static readonly AgendaTemplate Commitments = new("sop-commitments", "Commitments review", "commitments|commitments review|data review",
    [
        new("told", "What customers were told", 10, "Which promises are in danger", "told") { About = "", Looks = StepLooks.Back },
        new("commitments", "Last commitments", 10, "Kept, missed or a new date with a reason", "commitments") { Looks = StepLooks.Back },
        new("log", "Customer commitment log", 10, "The log is complete", Artifact) { Looks = StepLooks.Forward, Artifact = "CommitmentLog" },
        ReadBack,
    ]);

    /// <summary>Of the S&amp;OP cycle; each makes one artifact (R121 to R128).</summary>
    public static readonly IReadOnlyList<AgendaTemplate> Sop = [Demand, Supply, Reconciliation, Executive, Commitments];

    public static IReadOnlyList<AgendaTemplate> All { get; } = [Weekly, Daily, InChat, .. Sop];

    /// <summary>By the words after "start"; null when they mean none.</summary>
    public static AgendaTemplate? Typed(string words)
    {
        var plain = words.Trim().ToLowerInvariant();
        return All.FirstOrDefault(template => template.Typed.Split('|').Contains(plain, StringComparer.Ordinal));
    }
}
