namespace SoeBot.Domain.People;

/// <summary>What one person answers for in a plant.</summary>
/// <param name="RedOrders">At-risk orders that stand red.</param>
/// <param name="Decisions">Open decisions.</param>
public readonly record struct OwnerLoad(PersonKey Person, int RedOrders, int Decisions)
{
    public const int MostRedOrders = 3, MostDecisions = 7;

    /// <summary>More than three red orders or seven open decisions (product page 5).</summary>
    public bool IsTooMuch => RedOrders > MostRedOrders || Decisions > MostDecisions;
}
