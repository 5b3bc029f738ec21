using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;

namespace SoeBot.Store.SentPlans;

internal sealed class SentPlanRow
{
    public long Id { get; init; }
    public required string Tenant { get; init; }
    public required string Conversation { get; init; }
    public required PersonKey By { get; init; }
    public PlantId? Plant { get; set; }

    /// <summary>JSON of the files.</summary>
    public required string Files { get; set; }
    public required SentPlanState State { get; set; }
    public int Tries { get; set; }
    public DateTimeOffset At { get; init; }
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>When and by which process it was taken up.</summary>
    public DateTimeOffset? ClaimedAt { get; set; }
    public string? ClaimedBy { get; set; }

    /// <summary>JSON of the lines.</summary>
    public string? Report { get; set; }

    public SentPlan ToPlan() => new(
        Id, Tenant, Conversation, By, Plant, JsonSerializer.Deserialize<List<SentPlanFile>>(Files, Conversions.Json)!, State, Tries,
        Report is null ? [] : JsonSerializer.Deserialize<List<string>>(Report, Conversions.Json)!);

    public void Settle(SentPlanResult result)
    {
        State = result.State;
        Report = JsonSerializer.Serialize(result.Report, Conversions.Json);
        Files = JsonSerializer.Serialize(ToPlan().Files.Select(file => file with { Url = null }), Conversions.Json);
    }
}

internal static class SentPlanMapping
{
    public static void Map(ModelBuilder model)
    {
        var plans = model.Entity<SentPlanRow>().ToTable("sent_plans");
        plans.Property(row => row.Id).ValueGeneratedNever();
        plans.Property(row => row.State).IsConcurrencyToken();
        plans.HasIndex(row => row.Id).HasFilter("state in ('Waiting', 'Reading')").HasDatabaseName("ix_sent_plans_open");
    }
}
