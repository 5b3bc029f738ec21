namespace SoeBot.Domain.People;

/// <summary>What somebody does for a plant. Rights come from here and from nowhere else.</summary>
public enum Role
{
    Planning, Procurement, CustomerService, PlantManager, Lead, Coordinator,
    Sales, Logistics, Finance, Executive, Administrator,
}
