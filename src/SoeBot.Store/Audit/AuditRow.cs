using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store.Effects;

namespace SoeBot.Store.Audit;

internal sealed class AuditRow
{
    public long Id { get; init; }
    public required PlantId Plant { get; init; }
    public required DateTimeOffset At { get; init; }
    public PersonKey? By { get; init; }
    public required string What { get; init; }
    public required string About { get; init; }
    public string? Detail { get; init; }
    public int? PlanVersion { get; init; }

    public static AuditRow Of(AuditLine line) => new()
    {
        Plant = line.Plant, At = line.At, By = line.By, What = line.What,
        About = line.About, Detail = line.Detail, PlanVersion = line.PlanVersion,
    };

    public AuditLine ToLine() => new(Plant, At, By, What, About, Detail, PlanVersion);
}

internal static class AuditMapping
{
    public static void Map(ModelBuilder model)
    {
        var audit = model.Entity<AuditRow>().ToTable("audit");
        audit.HasIndex(line => new { line.Plant, line.About });
    }
}
