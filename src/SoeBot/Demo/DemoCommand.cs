using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace SoeBot.Demo;

/// <summary>Sub-command <c>demo</c>: the sample plant through a whole week in the terminal, through real HTTP, store and Hangfire.</summary>
public static class DemoCommand
{
    private const int Told = 0, Broken = 1;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static Command Create()
    {
        var command = new Command("demo", "Walk the sample plant through a whole week in this terminal. Needs no settings and leaves nothing behind.");
        command.SetAction((_, ct) => RunAsync(Console.Out, Patience, ct));
        return command;
    }

    /// <param name="patience">How long an expected card may take.</param>
    public static async Task<int> RunAsync(TextWriter output, TimeSpan patience, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var story = new Story(output);
        story.Say("A week of the sample plant with SoeBot: the bot, its store and its jobs are real, Teams is a stand-in on this machine.");
        await using var stage = await DemoStage.StartAsync(story, patience, ct);
        try
        {
            var commitments = await new DemoWeek(stage).RunAsync(ct);
            story.Chapter("The end");
            story.Say(string.Create(CultureInfo.InvariantCulture,
                $"{story.Cards} cards posted, {story.Edits} edits, decisions: {commitments}; {Stopwatch.GetElapsedTime(started).TotalSeconds:0} seconds."));
            return Told;
        }
        catch (TimeoutException stopped)
        {
            story.Say($"The demo stops here: {stopped.Message}");
            return Broken;
        }
    }
}
