using SoeBot.Decisions;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Teams.Cards;

namespace SoeBot.UnitTests.Slices.Views;

/// <summary>Decisions in the states that their cards tell apart.</summary>
internal static class DecisionStatesOf
{
    private static readonly PersonKey Omar = PersonKey.Of("t", "omar"), Lea = PersonKey.Of("t", "lea"), Miguel = PersonKey.Of("t", "miguel");
    private static readonly DateTimeOffset Now = new(2014, 1, 8, 14, 10, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2014, 1, 8);
    private static readonly PlantCalendar Calendar = new() { Zone = TimeZoneInfo.Utc };

    private static Decision New(int number, string text, PersonKey? owner, DateOnly? due) => Decision.Record(
        new NewDecision(new(Guid.Empty), new PlantId("sample"), text, new DecisionSubject(SubjectKind.Order, "SO63216"), owner, due, Lea, new MeetingId(Guid.Empty), 14)
        {
            Kind = DecisionKind.Expedite, Helpers = "Procurement", NotInRoom = [Role.Procurement, Role.CustomerService], Present = [Lea, Miguel],
        }, number, Now);

    private static DecisionView View(Decision decision) => new("sample", "Sample plant", decision,
        new DecisionNames(new Dictionary<PersonKey, Person> { [Omar] = new(Omar, "Omar Haddad"), [Lea] = new(Lea, "Lea Brandt"), [Miguel] = new(Miguel, "Miguel Torres") }), Today, "Wed 8 Jan 14:10");

    public static DecisionView Draft => View(New(39, "Get a second quote for the frame", null, null));
    public static DecisionView Older => View(New(36, "Ask the supplier for a firm date", Omar, new(2014, 1, 9)));
    public static DecisionView Newer => View(New(41, "Get a second quote for the frame", Omar, new(2014, 1, 10)));

    public static DecisionView LongOver => View(New(33, "Ask the supplier for a firm date", Omar, new(2014, 1, 2)));

    public static DecisionView MovedTwice
    {
        get
        {
            var decision = New(36, "Ask the supplier for a firm date", Omar, new(2014, 1, 9));
            decision.Redate(new(2014, 1, 10), Omar, false, "supplier answers on Friday only", Calendar, Now);
            decision.Redate(new(2014, 1, 13), Omar, false, "supplier is ill", Calendar, Now);
            return View(decision);
        }
    }

    public static DecisionView ThirdAsked
    {
        get
        {
            var view = MovedTwice;
            view.Decision.Redate(new(2014, 1, 15), Omar, false, "supplier is still ill", Calendar, Now);
            return view;
        }
    }

    public static DecisionView Escalated
    {
        get
        {
            var view = Newer;
            view.Decision.Escalate(new(Role.PlantManager, Miguel, ["Overtime on Saturday, 6 h", "Ship half, the rest on Tuesday"], "Overtime: the customer's line would stop", new(2014, 1, 9), Lea, Now));
            return view;
        }
    }

    public static Card Asked => EscalationCard.Draw(Escalated, Escalated.Decision.Escalation!, "SO63216: due Fri 10 Jan, projected Thu 16 Jan. castings cover 40 %");

    public static Card Decided
    {
        get
        {
            var view = Escalated;
            view.Decision.Choose(0, Miguel, acts: true, Now);
            return EscalationCard.Draw(view, view.Decision.Escalation!, null);
        }
    }

    public static LastCommitmentsView Commitments
    {
        get
        {
            var kept = Newer;
            kept.Decision.Done(Omar, "quote is in", Calendar, Now);
            var missed = View(New(35, "Find a second carrier", Miguel, new(2014, 1, 7)));
            missed.Decision.Miss(Miguel, "carrier did not answer", Now);
            return new("sample", "Sample plant", Today, [kept, missed, MovedTwice, .. Enumerable.Range(50, 9).Select(number => View(New(number, $"Check rack {number}", Lea, new(2014, 1, 14))))], Guid.Empty.ToString("N"), 0);
        }
    }

    public static EscalationFormView Form => new("sample", "Sample plant", new EscalationDraft(41, Guid.Empty, "SO63216"), "Get a second quote for the frame", "Miguel Torres", "plant manager", new(2014, 1, 9), Today);
}
