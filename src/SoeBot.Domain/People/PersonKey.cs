namespace SoeBot.Domain.People;

/// <summary>A person: tenant and Entra object id, both lower case. Names, addresses and Teams ids change; this does not.</summary>
public readonly record struct PersonKey(string Tenant, string ObjectId)
{
    public override string ToString() => $"{Tenant}/{ObjectId}";

    public static PersonKey Of(string tenant, string objectId) =>
        new(tenant.Trim().ToLowerInvariant(), objectId.Trim().ToLowerInvariant());

    /// <summary>Nobody: a rule of the plant decided it, such as that attainment under the line asks for a rebuild.</summary>
    public static PersonKey Rule(string tenant) => Of(tenant, RuleId);

    /// <inheritdoc cref="Rule"/>
    public bool IsRule => ObjectId == RuleId;

    private const string RuleId = "rule";

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it is something else.</summary>
    public static PersonKey? Parse(string? text)
    {
        var cut = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        return cut > 0 && cut < text!.Length - 1 ? Of(text[..cut], text[(cut + 1)..]) : null;
    }
}
