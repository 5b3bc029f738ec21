using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Health;
using SoeBot.Domain.Plan;
using Xunit;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Health;

public sealed class WeekNoteRulesTests
{
    private static readonly DateOnly Friday = Monday.AddDays(4);

    [Fact]
    public void Compute_OnFriday_TellsTheWeekSoFarAndWhatWeekThreeCannotDo()
    {
        ScheduleLine[] frozen = [Made("1", 100, due: 1), Made("2", 50, due: 3), Made("3", 80, due: 6)];
        var input = new WeekNoteInput
        {
            Plan = new PlanSnapshot
            {
                // More than planned never pays for another line, and Sunday is not over yet.
                Schedule = [frozen[0] with { Good = 130 }, frozen[1] with { Good = 20 }, frozen[2] with { Good = 80 }, Made("9", 500, due: 15) with { WorkCentre = "W1", Hours = 50 }],
                Orders = [Order("SO1", "F", 1, 2) with { FirstConfirmed = Monday.AddDays(2), ShippedQuantity = 1, ShippedOn = Monday.AddDays(2) }, Order("SO2", "F", 1, 3) with { FirstConfirmed = Monday.AddDays(3) }, Order("SO3", "F", 1, 6) with { FirstConfirmed = Monday.AddDays(6) }],
                WorkCentres = [new() { Number = "W1", Name = "Welding", HoursPerDay = 8 }],
            },
            Calendar = Calendar, Today = Friday, Version = 14, Baseline = frozen,
            Findings = new PlanFindings(new SoeBot.Domain.Plan.LookAhead([], 0, null, 0, 0, []), [], [GivenHealth.Open("Drive 2", Monday)], [])
            {
                ExceptionWeeks = [new ExceptionWeek(new PlantWeek(Monday).Previous, 4, new Dictionary<ExceptionCategory, int>(), [])],
            },
            Minutes = [GivenHealth.Met(Monday.AddDays(2), 0)], Decisions = 2, OutsideMeeting = 2,
        };

        var note = WeekNoteRules.Compute(input);

        Assert.Equal((120m, 150m), (note.SoFar.Numerator, note.SoFar.Denominator));
        Assert.Equal((1m, 2m), (note.OnTime.Numerator, note.OnTime.Denominator));
        Assert.Equal((1, 4, 1, 1), (note.OpenExceptions, note.OpenLastWeek!.Value, note.Meetings, note.StatusMeetings));
        Assert.Equal(new PlantWeek(Monday).Plus(2), note.Third);
        Assert.Equal(["Welding: 50 h planned, 40 h there"], note.Conflicts);
    }

    private static ScheduleLine Made(string number, decimal planned, int due) => Make(number, "F", planned, 0, 0) with { Due = Monday.AddDays(due) };
}
