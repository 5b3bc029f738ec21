using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Exceptions;

/// <summary>Numbers of items and work centres as people read them: the name, else the number.</summary>
internal static class PlanNames
{
    public static Func<string, string> Of(PlanSnapshot plan)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var centre in plan.WorkCentres ?? []) names[centre.Number] = centre.Name;
        foreach (var item in plan.Items ?? []) names[item.Number] = item.Name;
        return number => names.GetValueOrDefault(number, number);
    }
}
