using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Exceptions;

/// <summary>Item numbers as people read them: the name, else the number.</summary>
internal static class ItemNames
{
    public static Func<string, string> Of(PlanSnapshot plan)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in plan.Items ?? []) names[item.Number] = item.Name;
        return number => names.GetValueOrDefault(number, number);
    }
}
