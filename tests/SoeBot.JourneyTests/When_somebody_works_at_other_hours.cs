using System.Globalization;
using Microsoft.Extensions.Configuration;
using SoeBot.JourneyTests.Otherwise;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>The rows of the product's table of edge cases that concern shifts, zones and weeks unlike the usual ones.</summary>
public sealed class When_somebody_works_at_other_hours
{
    [Fact]
    public async Task The_night_shifts_owner_is_reminded_in_the_night_and_its_facts_belong_to_the_day_that_started()
    {
        await using var plant = await StaffedPlant.OpenAsync(new(2026, 11, 24, 7, 0, 0), plan: SmallPlan.Calm);
        await plant.TypeAsync(plant.Omar, "my shift 22:00-06:00", "Your shift is 22:00-06:00: I remind you within it, by your own clock. A night belongs to the day on which it starts.");
        await plant.DecideAsync(plant.Bot.Teams.Personal(plant.Lea), "Omar counts the pallets by 25 Nov", "D-1");
        await plant.MoveToAsync(24, 8, 1);
        await plant.TypeAsync(plant.Omar, "my", "D-1: Tue 22:00");
        Assert.Equal(0, plant.Count(plant.Omar, "Due tomorrow"));
        await plant.MoveToAsync(24, 22, 1);
        await plant.Bot.WaitAsync(plant.Omar, "Due tomorrow: D-1");

        // A machine stops at half past two: the log of the night says Wednesday, the production day is Tuesday's.
        var folder = plant.Write(SmallPlan.Calm);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "log.csv"), "No,Machine,Why,At\nE1,Line 2,drive-fault,2026-11-25 02:30\n", TestContext.Current.CancellationToken);
        var mapping = Path.Combine(folder.FullName, "log.json");
        await File.WriteAllTextAsync(mapping, """
            { "name": "Log", "tables": { "events": { "file": "log.csv", "columns": {
              "number": "No", "kind": { "constant": "downtime" }, "object": "Machine", "cause": "Why", "day": { "from": "At", "productionDay": true } } } } }
            """, TestContext.Current.CancellationToken);
        await plant.PlaceAsync(25, 6, 10);
        Assert.True((await plant.Bot.ImportAsync(folder.FullName, mapping, freeze: false)).IsNew);
        await plant.TypeAsync(plant.Miguel, "exceptions", "Line 2 down, drive fault since Tue 24 Nov");
    }

    [Fact]
    public async Task Four_days_on_and_four_off_free_days_are_asked_about_and_nobody_is_reminded_on_them()
    {
        var settings = new Dictionary<string, string?> { ["Plants:works:Rotation:From"] = "2026-11-22", ["Plants:works:Rotation:On"] = "4", ["Plants:works:Rotation:Off"] = "4" };
        await using var plant = await StaffedPlant.OpenAsync(new(2026, 11, 24, 9, 0, 0), builder => builder.Configuration.AddInMemoryCollection(settings), SmallPlan.Calm);

        // Sunday 22 to Wednesday 25 are on, a Friday is off, Monday is the second day of the next four.
        await plant.TypeAsync(plant.Lea, "decide: Omar counts the pallets by Friday", "Fri 27 Nov is a free day. Keep?");
        await plant.DecideAsync(plant.Bot.Teams.Personal(plant.Lea), "Omar counts the pallets by 30 Nov", "D-1");
        await plant.PlaceAsync(25, 7, 59);
        await plant.MoveToAsync(25, 8, 1);
        await plant.Bot.WaitAsync(plant.Omar, "Due Mon 30 Nov: D-1");
        await plant.PlaceAsync(26, 0, 1);
        await plant.MoveToAsync(26, 0, 2);
        var before = plant.Bot.Teams.MessagesTo(plant.Omar).Count;
        await plant.MoveToAsync(29, 23);
        Assert.Equal(before, plant.Bot.Teams.MessagesTo(plant.Omar).Count);
        await plant.MoveToAsync(30, 8, 1);
        await plant.Bot.WaitAsync(plant.Omar, "Due today: D-1");
    }

    [Fact]
    public async Task Two_clocks_are_both_said_and_a_week_from_sunday_to_thursday_has_its_own_free_days()
    {
        var settings = Enumerable.Range(0, 5).ToDictionary(day => string.Create(CultureInfo.InvariantCulture, $"Plants:works:WorkingDays:{day}"), day => (string?)$"{(DayOfWeek)day}");
        settings["Plants:works:TimeZone"] = "America/New_York";
        await using var plant = await StaffedPlant.OpenAsync(new(2026, 11, 23, 9, 0, 0), builder => builder.Configuration.AddInMemoryCollection(settings), SmallPlan.Calm);

        // His clock is Berlin's, six hours ahead of the plant's.
        await plant.TypeAsync(plant.Omar, "snooze until Thu 9:00", "I remind you again from Thu 03:00 plant (Thu 09:00 yours)");
        await plant.TypeAsync(plant.Lea, "decide: Omar counts the pallets by Friday", "Fri 27 Nov is a free day. Keep?");
        Assert.DoesNotContain("free day", (await plant.TypeAsync(plant.Lea, "decide: Omar counts the pallets by Sunday", "Record this decision?")).PlainText, StringComparison.Ordinal);
    }
}
