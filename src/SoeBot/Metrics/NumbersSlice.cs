using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.People;
using SoeBot.Presses;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.Plans;
using SoeBot.Teams.Routing;

namespace SoeBot.Metrics;

/// <summary>The three numbers of the week, all the others with their definitions, and who does not agree with one.</summary>
internal sealed partial class NumbersSlice(PlanStore plans, NumberCards cards, ContestNumber contest, Rights rights) : ISlice
{
    private const string NoPlan = "There is no plan yet: no plan, no number.";
    private static readonly string Names = $"I know these numbers: {string.Join(", ", NumberNames.All.Select(number => number.Title))}.";

    public void Register(SliceRegistry registry)
    {
        registry.Cards.Add(NumbersCard.Source, (request, ct) => cards.ThreeAsync(request.Plant, ct));
        registry.Cards.Add(FiguresCard.Source, (request, ct) => cards.AllAsync(request.Plant, request.About, withMoney: false, ct));
        registry.Commands.Add("numbers.contest", ContestLine(), "contest attainment scrap booked twice", ContestAsync);
        registry.Commands.Add("numbers.resolve", ResolveLine(), "resolve attainment corrected in the file", ResolveAsync);
        registry.Commands.Add("numbers.all", AllLine(), "metrics", (turn, _, ct) => AnswerAsync(turn, new CardRef(FiguresCard.Source, "all:0"), ct));
        registry.Commands.Add("numbers.one", OneLine(), "otif", (turn, words, ct) => AnswerAsync(turn, new CardRef(FiguresCard.Source, NumberNames.Split(words.Groups["name"].Value)!.Value.Key), ct));
        registry.Commands.Add("numbers.show", Line(), "numbers", (turn, _, ct) => AnswerAsync(turn, new CardRef(NumbersCard.Source, ""), ct));
        registry.Presses.OnReading(NumberVerbs.Show, (press, ct) => ShowAsync(registry.Cards, press, ct));
        registry.Presses.OnReading(NumberVerbs.Page, PageAsync);
        registry.Presses.On(NumberVerbs.Contest, (press, ct) => PressedAsync(press, contest.RaiseAsync, ct));
        registry.Presses.On(NumberVerbs.Resolve, (press, ct) => PressedAsync(press, contest.ResolveAsync, ct));
    }

    private async Task<Effect> AnswerAsync(Turn turn, CardRef card, CancellationToken ct) =>
        turn.Answer(await plans.CurrentAsync(turn.Plant, ct) is null ? SayCard.Of(NoPlan) : card);

    private Task<Effect> ContestAsync(Turn turn, Match words, CancellationToken ct) => TypedAsync(turn, words, contest.RaiseAsync, ct);

    private Task<Effect> ResolveAsync(Turn turn, Match words, CancellationToken ct) => TypedAsync(turn, words, contest.ResolveAsync, ct);

    private delegate Task<(string Words, bool Committed)> Change(Doubt doubt, Func<string, Effect> with, CancellationToken ct);

    private static async Task<Effect> TypedAsync(Turn turn, Match words, Change change, CancellationToken ct)
    {
        if (NumberNames.Split(words.Groups["rest"].Value) is not var (number, reason)) return turn.Refuse(Names);
        var (said, committed) = await change(new Doubt(turn.Plant, turn.By, turn.Now, number, reason), answer => turn.Answer(SayCard.Of(answer)), ct);
        return committed ? Effect.None : turn.Refuse(said);
    }

    private async Task<PressAnswer> PressedAsync(Press press, Change change, CancellationToken ct)
    {
        if (press.Input.Text("in_contested") is not { } number || NumberNames.Title(number) is null) return PressAnswer.Say("Choose a number and press again.");
        var (said, committed) = await change(new Doubt(press.Plant, press.By, press.Now, number, press.Input.Text("in_reason")), _ => Effect.None, ct);
        if (!committed) return PressAnswer.Say(said);
        return await cards.ThreeAsync(press.Plant, ct) is { } card ? PressAnswer.Show(card) : PressAnswer.Say(said);
    }

    private async Task<PressAnswer> ShowAsync(CardSources sources, Press press, CancellationToken ct)
    {
        var other = press.Input.Text("r") == "exceptions" ? new CardRef("exceptions", "") : new CardRef(NumbersCard.Source, "");
        return await sources.DrawAsync(press.Plant, other, ct) is { } card ? PressAnswer.Show(card) : PressAnswer.Say(NoPlan);
    }

    /// <summary>The presser alone sees the answer, so people of the plant see what the others of the conversation do not.</summary>
    private async Task<PressAnswer> PageAsync(Press press, CancellationToken ct)
    {
        var about = press.Input.Text("r") switch
        {
            "chosen" => press.Input.Text("in_number") ?? "all:0",
            { } named => named,
            null => "all:0",
        };
        var card = about == NumbersCard.Source
            ? await cards.ThreeAsync(press.Plant, ct)
            : await cards.AllAsync(press.Plant, about, await rights.HasAnyAsync(press.Plant, press.By, ct), ct);
        return card is null ? PressAnswer.Say(NoPlan) : PressAnswer.Show(card);
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^\W*(?:(?:show|please|the|me|our|three)\s+)*(?:board|numbers?|tablero|zahlen|tableau|tablica)(?:\s+please)?\W*$", Options)]
    internal static partial Regex Line();

    [GeneratedRegex(@"^\W*(?:(?:show|please|the|me|our|all|further|more)\s+)*(?:metrics|kpis?|definitions|(?:all|further|more)\s+(?:the\s+)?numbers)(?:\s+please)?\W*$", Options)]
    internal static partial Regex AllLine();

    [GeneratedRegex(@"^\W*(?:(?:show|please|the|me|our)\s+)*(?<name>attainment|schedule\s+a(?:ttainment|dherence)|adherence|on[\s-]time(?:\s+(?:first|last)\s+promise|\s+in\s+full)?|otif|service\s+level|(?:order\s+)?fulfill?ment|backlog|supplier\s+otif|suppliers|(?:purchase\s+order|po)\s+accuracy|(?:inventory|stock)\s+turns|days\s+of\s+(?:supply(?:\s+forward)?|cover)|forward\s+cover|(?:(?:capacity|planned|actual)\s+)?utili[sz]ation|(?:own\s+and\s+)?contract\s+plants|plan\s+(?:against\s+actual|per\s+order|gap)|s&op\s+gap|variation(?:\s+of\s+(?:attainment|output|receipts))?|control\s+limits|(?:penalty\s+)?costs)(?:\s+please)?\W*$", Options)]
    internal static partial Regex OneLine();

    [GeneratedRegex(@"^\W*(?:i\s+)?(?:contest|dispute|challenge)(?:\s+(?:the|our))?\s+(?<rest>\S.*)$", Options | RegexOptions.Singleline)]
    internal static partial Regex ContestLine();

    [GeneratedRegex(@"^\W*(?:i\s+)?(?:resolved?|settled?)(?:\s+(?:the|our))?\s+(?<rest>\S.*)$", Options | RegexOptions.Singleline)]
    internal static partial Regex ResolveLine();
}
