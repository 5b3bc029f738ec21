using Microsoft.EntityFrameworkCore;

namespace SoeBot.Store.Database;

/// <summary>Columns are named as people type them in a database prompt: <c>due_at</c>, no quotes.</summary>
internal static class SnakeCase
{
    public static void Apply(ModelBuilder model)
    {
        foreach (var column in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            column.SetColumnName(Of(column.Name));
    }

    private static string Of(string name) =>
        string.Concat(name.TrimStart('_').Select((letter, at) => char.IsUpper(letter) && at > 0 ? $"_{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
