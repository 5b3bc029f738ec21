namespace SoeBot.Domain.People;

/// <summary>Which of a plant's rights are written down: what an administrator changes at once.</summary>
public enum RightsPart { Frozen, Firm, Tie, Path, Sponsor }

/// <summary>Why rights cannot be changed so.</summary>
public enum RightsProblem
{
    /// <summary>No role is named.</summary>
    Nobody,
    NamedTwice,

    /// <summary>Who asks for changes does not decide them (R24); who gives roles neither.</summary>
    MayNotDecide,

    /// <summary>Limits do not rise, or one that has none is followed by another.</summary>
    LimitsDoNotRise,

    /// <summary>The last one has a limit, and the path has nobody above.</summary>
    NobodyAbove,

    /// <summary>Nobody holds the role, and it has no deputy: nothing could be decided there.</summary>
    NobodyHolds,

    /// <summary>The sponsor has not got the role executive.</summary>
    SponsorIsNoExecutive,
}

/// <summary>A right never disappears so that nobody could decide.</summary>
public static class DecisionRightsRules
{
    /// <summary>Who ask for changes (R24) or give the roles.</summary>
    private static readonly Role[] Never = [Role.Sales, Role.CustomerService, Role.Administrator];

    /// <summary>Above the last limit decides the next on the path; without one there it stays as it is, which <see cref="Check"/> refuses.</summary>
    public static IReadOnlyList<DecidingStep> Completed(IReadOnlyList<DecidingStep> steps, IReadOnlyList<Role> path)
    {
        if (steps is not [.., { UpTo: not null } last]) return steps;
        var at = path.ToList().IndexOf(last.Role);
        return at >= 0 && at + 1 < path.Count ? [.. steps, new DecidingStep(path[at + 1])] : steps;
    }

    /// <summary>Only of the part that changes: what a plant lacks elsewhere does not stop it.</summary>
    /// <returns>Null when it may be so; else what is wrong, and of which role.</returns>
    public static (RightsProblem Problem, Role? Role)? Check(RightsPart part, DecisionRights next, Staffing staff) => part switch
    {
        RightsPart.Frozen => OfSteps(next.Frozen, staff),
        RightsPart.Tie => OfSteps(next.Tie, staff),
        RightsPart.Firm => OfRoles(next.Firm, [Role.Administrator]),
        RightsPart.Path => OfRoles(next.Path, Never),
        RightsPart.Sponsor => next.Sponsor is null || staff.HoldersOf(Role.Executive).Any(person => person.ObjectId == next.Sponsor && !staff.IsGone(person)) ? null : (RightsProblem.SponsorIsNoExecutive, Role.Executive),
    };

    /// <summary>Somebody holds the role or is its deputy, and is not gone for good.</summary>
    public static bool IsHeld(Role role, Staffing staff) =>
        staff.HoldersOf(role).Any(person => !staff.IsGone(person)) || (staff.Deputies.TryGetValue(role, out var deputy) && !staff.IsGone(deputy));

    private static (RightsProblem, Role?)? OfSteps(IReadOnlyList<DecidingStep> steps, Staffing staff)
    {
        if (OfRoles([.. steps.Select(step => step.Role)], Never) is { } wrong) return wrong;
        for (var at = 1; at < steps.Count; at++)
            if (steps[at - 1].UpTo is not { } before || steps[at].UpTo <= before) return (RightsProblem.LimitsDoNotRise, steps[at].Role);
        if (steps[^1].UpTo is not null) return (RightsProblem.NobodyAbove, steps[^1].Role);
        return steps.FirstOrDefault(step => !IsHeld(step.Role, staff)) is { } empty ? (RightsProblem.NobodyHolds, empty.Role) : null;
    }

    private static (RightsProblem, Role?)? OfRoles(IReadOnlyList<Role> roles, IReadOnlyList<Role> never)
    {
        if (roles.Count == 0) return (RightsProblem.Nobody, null);
        foreach (var role in roles)
        {
            if (never.Contains(role)) return (RightsProblem.MayNotDecide, role);
            if (roles.Count(one => one == role) > 1) return (RightsProblem.NamedTwice, role);
        }
        return null;
    }
}
