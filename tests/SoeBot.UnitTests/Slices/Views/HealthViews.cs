using SoeBot.Domain.Fences;
using SoeBot.Domain.Health;
using SoeBot.Domain.Metrics;
using SoeBot.Health;
using SoeBot.UnitTests.Domain.Health;

namespace SoeBot.UnitTests.Slices.Views;

internal static class HealthViews
{
    private static DateOnly Jan(int day) => new(2026, 1, day);

    private static readonly HealthInput Input = GivenHealth.Input with
    {
        Minutes = [GivenHealth.Met(Jan(2), 7), GivenHealth.Met(Jan(7), 9), GivenHealth.Met(Jan(14), 0), GivenHealth.Met(Jan(21), 3)],
        Weeks = [GivenHealth.Planned(Jan(5)), GivenHealth.Planned(Jan(12)), GivenHealth.Planned(Jan(19)), GivenHealth.Planned(new(2025, 12, 15))],
        Decisions =
        [
            GivenHealth.Decided(Jan(7), Jan(9)).Done(Jan(9)), GivenHealth.Decided(Jan(7), Jan(12)).Missed(Jan(13)), GivenHealth.Decided(Jan(8), Jan(12), outside: true).Moved(Jan(9), Jan(16)).Moved(Jan(15), Jan(20)).Done(Jan(20)),
        ],
        Exceptions = [GivenHealth.Open("Frame welding", Jan(20)), GivenHealth.Open("Drive 2", Jan(15))],
    };

    private static readonly HealthWindow Window = HealthRules.LastMeetings(Input, GivenHealth.Now);
    private static readonly WeekNumbers[] Weeks = [.. Enumerable.Range(0, 13).Select(back => NumberViews.Amber.Weeks[back])];

    public static HealthView Meetings => new("sample", "Sample plant", Window, HealthRules.Compute(Input, Window), Weeks, OfMeetings: true, 0, 14, NumberViews.Data);
    public static HealthView LastPage => Meetings with { Skip = 10, OfMeetings = false, Window = HealthRules.LastWeeks(Input, GivenHealth.Now) };
    public static HealthView Nothing => Meetings with { Figures = HealthRules.Compute(GivenHealth.Input, GivenHealth.Window), Weeks = [], Data = null, Version = null };

    public static MaturityView Level => new("sample", "Sample plant", MaturityRules.Of(new MaturityFacts { Planned = 4, Held = 4, Decisions = 19, Complete = 19, Frozen = 4, WorkingDays = 20, AutomaticDays = 20, SeenDays = 7, Problems = 2, OwnedProblems = 1, TopTen = 10, Answered = 9 }), 14);

    public static WeekNoteView Note => new("Sample plant", new WeekNote(
        Jan(23), new PlantWeek(Jan(19)), new Measure(812, 960, "pieces", "good pieces of the frozen plan's lines due by today, each capped at its plan, of their planned pieces"), new Measure(38, 51, "orders", "x"), 23, 27,
        new PlantWeek(Jan(2)).Plus(5), ["Frame welding: 96.5 h planned, 80 h there", "SO63216: due Thu 12 Feb, projected Mon 16 Feb", "9 purchase lines due that week not confirmed"], 1, 1, 2, 2, 14));
    public static WeekNoteView Calm => Note with { Note = Note.Note with { Conflicts = [], StatusMeetings = 0, Decisions = 9, OutsideMeeting = 0 } };
    public static WeekNoteView NoMeeting => Note with { Note = Note.Note with { Meetings = 0, StatusMeetings = 0, SoFar = new Measure(0, 0, "pieces", "x"), OutsideMeeting = 0 } };
}
