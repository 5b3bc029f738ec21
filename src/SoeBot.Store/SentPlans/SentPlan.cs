using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.Store.SentPlans;

public enum SentPlanState
{
    /// <summary>It is not known yet for which plant.</summary>
    Asking,
    Waiting,
    Reading,

    /// <summary>It is a plan version now.</summary>
    Published,

    /// <summary>The version in use was made of the same files on the same day.</summary>
    Unchanged,
    Refused,
}

/// <param name="Name">As the person named it: hostile text.</param>
/// <param name="Url">Where it can be had for a short while; whoever has it needs no other right, so it is forgotten with the result.</param>
public sealed record SentPlanFile(string Name, string? Url);

/// <summary>The files of one message that are to become a plan version.</summary>
/// <param name="Id">The inbox message's own.</param>
/// <param name="Conversation">Where it was sent and where the report goes.</param>
/// <param name="Plant">Null while it is asked for.</param>
/// <param name="Tries">How often it was taken up, this time included.</param>
/// <param name="Report">What people read of the result; empty until there is one.</param>
public sealed record SentPlan(
    long Id, string Tenant, string Conversation, PersonKey By, PlantId? Plant, IReadOnlyList<SentPlanFile> Files, SentPlanState State, int Tries, IReadOnlyList<string> Report);

/// <summary>What became of it; part of an effect, so that it is settled with the version that it made or not at all.</summary>
public sealed record SentPlanResult(long Id, SentPlanState State, IReadOnlyList<string> Report);
