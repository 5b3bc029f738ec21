using SoeBot.Decisions;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Teams.Cards;

namespace SoeBot.UnitTests.Slices.Views;

internal static class GivenDecisionView
{
    private static readonly PersonKey Omar = PersonKey.Of("t", "omar"), Lea = PersonKey.Of("t", "lea");
    private static readonly DateTimeOffset Now = new(2014, 1, 8, 14, 10, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2014, 1, 8);

    public static DecisionView Proposed => Of("Omar Haddad", "Get a second quote for the frame");

    public static DecisionView Taken
    {
        get
        {
            var view = Proposed;
            view.Decision.Take(Omar, Now);
            return view;
        }
    }

    public static DecisionFormView Form => new(
        "sample", "Sample plant", new DecisionDraft(new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), "We get a second quote for the castings of SO63216 by Friday", null, new DateOnly(2014, 1, 10), "SO63216"),
        [new Person(Omar, "Omar Haddad"), new Person(Lea, "Lea Brandt")], Today, new DateOnly(2014, 1, 15), new Dictionary<string, string>());

    public static DecisionFormView Refused => Form with
    {
        Draft = Form.Draft with { Due = new DateOnly(2014, 1, 3) },
        Problems = new Dictionary<string, string> { ["in_owner"] = "Who answers for it? A decision needs one named person.", ["in_due"] = "Fri 3 Jan is past. Choose today or later." },
    };

    public static DecisionView Of(string name, string text)
    {
        var decision = Decision.Record(new NewDecision(new(Guid.Empty), new PlantId("sample"), text, new DecisionSubject(SubjectKind.Order, "SO63216"), Omar, new(2014, 1, 10), Lea, null, 14), 41, Now);
        var names = new DecisionNames(new Dictionary<PersonKey, Person> { [Omar] = new(Omar, name), [Lea] = new(Lea, "Lea Brandt") });
        return new("sample", "Sample plant", decision, names, Today, "Wed 8 Jan 14:10", CardRefresh.For("decision.fresh", ["29:omar", "29:lea"], new { p = "sample", r = 41, v = 1 }));
    }
}
