using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;

namespace SoeBot.Store.Occurrences;

internal static class DeriveMarks
{
    /// <summary>The tick of whichever process sees the raised number and derives the plant anew.</summary>
    public static Task RaiseAsync(SoeDb db, PlantId plant, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"""
            INSERT INTO derive_marks (plant, number) VALUES ({plant.Value}, 1)
            ON CONFLICT (plant) DO UPDATE SET number = derive_marks.number + 1
            """, cancellation);
}
