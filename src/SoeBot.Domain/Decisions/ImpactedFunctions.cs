using SoeBot.Domain.People;

namespace SoeBot.Domain.Decisions;

/// <summary>Which functions a decision touches, by what it is about and what sort of answer it is, and which of them had no part in it (R135).</summary>
public static class ImpactedFunctions
{
    /// <summary>In the order of <see cref="Role"/>.</summary>
    public static IReadOnlyList<Role> Of(DecisionSubject subject, DecisionKind kind)
    {
        Role[] bySubject = subject.Kind switch
        {
            SubjectKind.Order => [Role.CustomerService],
            SubjectKind.Schedule or SubjectKind.Change or SubjectKind.Case or SubjectKind.Scenario => [Role.Planning],
            SubjectKind.Nothing or SubjectKind.Exception or SubjectKind.Metric => [],
        };
        Role[] byKind = kind switch
        {
            DecisionKind.Reschedule => [Role.Planning, Role.PlantManager],
            DecisionKind.Expedite => [Role.Procurement],
            DecisionKind.Allocate => [Role.Planning, Role.CustomerService],
            DecisionKind.Capacity => [Role.Planning, Role.PlantManager],
            DecisionKind.Promise => [Role.CustomerService],
            DecisionKind.Cause or DecisionKind.Other => [],
        };
        return [.. bySubject.Concat(byKind).Distinct().Order()];
    }

    /// <param name="there">Roles of everybody who had part in it; null when nobody knows who was there, and then nobody is missed.</param>
    public static IReadOnlyList<Role> NotThere(DecisionSubject subject, DecisionKind kind, IReadOnlyCollection<Role>? there) =>
        there is null ? [] : [.. Of(subject, kind).Where(role => !there.Contains(role))];
}
