using SoeBot.Domain.People;

namespace SoeBot.Domain.Changes;

/// <summary>What somebody may do at the moment of a press, from the role table and the absences; never from a card.</summary>
/// <param name="IsManager">Holds the role that decides: the plant manager unless the plant's rights say another.</param>
/// <param name="IsDeputy">Acts for a plant manager when it comes to that.</param>
/// <param name="ManagerIsAway">No plant manager is there that day.</param>
/// <param name="Functions">The functions they sign for: their own roles, of absent people they act for, and for the plant manager those that nobody holds.</param>
/// <param name="MayApproveOwn">The plant lets people decide on what they asked for themselves; it is marked so.</param>
public sealed record Standing(bool IsManager, bool IsDeputy, bool ManagerIsAway, IReadOnlySet<Role> Functions, bool MayApproveOwn = false)
{
    public static readonly Standing Nobody = new(false, false, false, new HashSet<Role>());
}
