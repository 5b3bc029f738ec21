using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;

namespace SoeBot.Connectors.Sample;

/// <summary>
/// Moves what the sample plant makes for a plain week off the days on which it is shut: what is planned to the working day before in the same week,
/// else to the next one; what happened to the working day before, so that nothing happens after the day of the plan.
/// </summary>
internal sealed class SampleHolidays(PlantCalendar calendar)
{
    public PlanSnapshot Respect(PlanSnapshot plan) => calendar.Holidays.Count == 0 ? plan : plan with
    {
        Orders = [.. plan.Orders!.Select(line => line with
        {
            Requested = Planned(line.Requested), FirstConfirmed = Planned(line.FirstConfirmed), LastConfirmed = Planned(line.LastConfirmed), ShippedOn = Happened(line.ShippedOn),
        })],
        Schedule = [.. plan.Schedule!.Select(line => line with
        {
            Start = Planned(line.Start), Due = Planned(line.Due), StartedOn = Happened(line.StartedOn), FinishedOn = Happened(line.FinishedOn),
        })],
        Purchases = [.. plan.Purchases!.Select(line => line with { Due = Planned(line.Due), Confirmed = Planned(line.Confirmed), ReceivedOn = Happened(line.ReceivedOn) })],
        Events = [.. plan.Events!.Select(one => one with { Day = Happened(one.Day), EndedOn = Happened(one.EndedOn) })],
    };

    private DateOnly? Planned(DateOnly? day) => day is { } known ? Planned(known) : null;

    private DateOnly? Happened(DateOnly? day) => day is { } known ? Happened(known) : null;

    private DateOnly Planned(DateOnly day)
    {
        if (!calendar.Holidays.Contains(day)) return day;
        var before = calendar.AddWorkingDays(day, -1);
        return calendar.WeekOf(before) == calendar.WeekOf(day) ? before : calendar.WorkingDayFrom(day);
    }

    private DateOnly Happened(DateOnly day) => calendar.Holidays.Contains(day) ? calendar.AddWorkingDays(day, -1) : day;
}
