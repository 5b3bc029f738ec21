namespace SoeBot.Domain.Plan;

/// <summary>A plant's short name: lower-case letters, digits and dashes, as it stands in settings, commands and addresses (<c>at risk bothell</c>).</summary>
public readonly record struct PlantId(string Value)
{
    public override string ToString() => Value;
}
