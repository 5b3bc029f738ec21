namespace SoeBot.Domain.Promising;

/// <summary>Why an order is projected late: the four planning codes, quality, and the customer's own change.</summary>
public enum LateCause { None, LeadTime, Capacity, Fence, AwaitingSupply, Quality, CustomerChange }
