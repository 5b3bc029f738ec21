using System.Globalization;
using SoeBot.Cards;
using SoeBot.Plants;
using SoeBot.Store.SentPlans;
using SoeBot.Teams.Cards;

namespace SoeBot.Import.Chat;

/// <summary>What is said about a file that somebody sent.</summary>
internal static class PlanFileCards
{
    public const string Ask = "plan-file-ask", Reading = "plan-file-reading", Report = "plan-file-report";
    private const int MostLines = 12, MostPlants = 6, LongestLine = 300;

    public static string Names(IReadOnlyList<SentPlanFile> files) => DataLine.Short(string.Join(", ", files.Select(file => file.Name)), 100);

    public static Card DrawReading(IReadOnlyList<SentPlanFile> files, string plant) => new()
    {
        Summary = $"Reading {Names(files)}",
        FullWidth = false,
        Body = [new TextBlock($"Reading {Names(files)} for {plant} … The report follows here.")],
    };

    /// <param name="plan">Whose files.</param>
    /// <param name="plants">That the person may choose from; empty when one was chosen.</param>
    /// <param name="chosen">The name of the chosen one.</param>
    public static Card DrawAsk(SentPlan plan, IReadOnlyList<PlantProfile> plants, string? chosen) => chosen is not null
        ? new Card { Summary = $"{Names(plan.Files)} is for {chosen}", FullWidth = false, Body = [new TextBlock($"{Names(plan.Files)} is for {chosen}.")] }
        : new Card
        {
            Summary = $"For which plant is {Names(plan.Files)}?",
            FullWidth = false,
            Body =
            [
                TextBlock.Heading("For which plant?"),
                new TextBlock($"{Names(plan.Files)} becomes the plan of the plant you choose."
                    + (plants.Count > MostPlants ? " For another plant send it again with the plant's name in the message." : "")),
            ],
            Actions = [.. plants.Take(MostPlants).Select(plant => new ExecuteAction(DataLine.Short(plant.Name, 40), PlanFileSlice.Choose, new { p = plant.Id.Value, r = plan.Id }))],
        };

    /// <summary>The same words as the command line's, the first lines of them.</summary>
    public static Card DrawReport(SentPlan plan)
    {
        var (title, style) = plan.State switch
        {
            SentPlanState.Published => ("The plan is in use", ContainerStyle.Good),
            SentPlanState.Unchanged => ("Nothing changed", ContainerStyle.Default),
            SentPlanState.Refused or SentPlanState.Asking or SentPlanState.Waiting or SentPlanState.Reading => ("The plan was not taken", ContainerStyle.Warning),
        };
        var lines = plan.Report.Take(MostLines + 1).ToList();
        var body = new List<CardElement>
        {
            new Container([TextBlock.Subheading(title), new TextBlock(lines[0]) { Spacing = Spacing.Small }]) { Style = style },
            TextBlock.Subtle(Names(plan.Files)),
        };
        // Not as a list: on a phone a line of one is cut off at the edge.
        body.AddRange(lines.Skip(1).Select(line => new TextBlock(DataLine.Short(line, LongestLine))));
        if (plan.Report.Count > lines.Count)
            body.Add(TextBlock.Subtle(string.Create(CultureInfo.InvariantCulture, $"{plan.Report.Count - lines.Count} more lines; the sub-command import shows up to 200.")));
        if (plan.State == SentPlanState.Refused) body.Add(TextBlock.Subtle("Mend this and send the file again."));
        return new Card { Summary = $"{title}: {Names(plan.Files)}", Body = body };
    }
}
