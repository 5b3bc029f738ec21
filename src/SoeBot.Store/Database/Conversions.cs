using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SoeBot.Domain.Changes;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.Store.Database;

/// <summary>How our types lie in a column, the same in both providers. SQLite can neither order nor compare its own <c>DateTimeOffset</c> and <c>decimal</c>.</summary>
internal static class Conversions
{
    /// <summary>Quantities and money keep four decimals.</summary>
    public const decimal Scale = 10_000m;

    public static readonly JsonSerializerOptions Json = new()
    {
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(), new PersonJson() },
    };

    public static void Apply(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTimeOffset>().HaveConversion<InstantAsTicks>();
        conventions.Properties<decimal>().HaveConversion<DecimalAsScaled>();
        conventions.Properties<TimeSpan>().HaveConversion<long>();
        conventions.Properties<Enum>().HaveConversion<string>();
        conventions.Properties<PlantId>().HaveConversion<PlantAsText>();
        conventions.Properties<PersonKey>().HaveConversion<PersonAsText>();
        conventions.Properties<DecisionId>().HaveConversion<DecisionAsGuid>();
        conventions.Properties<ChangeId>().HaveConversion<ChangeAsGuid>();
        conventions.Properties<MeetingId>().HaveConversion<MeetingAsGuid>();
        conventions.Properties<DecisionSubject>().HaveConversion<SubjectAsText>();
    }

    private sealed class InstantAsTicks() : ValueConverter<DateTimeOffset, long>(at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    private sealed class DecimalAsScaled() : ValueConverter<decimal, long>(number => decimal.ToInt64(decimal.Round(number * Scale)), scaled => Unscaled(scaled));

    private sealed class PlantAsText() : ValueConverter<PlantId, string>(plant => plant.Value, text => new PlantId(text));

    private sealed class PersonAsText() : ValueConverter<PersonKey, string>(person => person.ToString(), text => PersonKey.Parse(text)!.Value);

    private sealed class DecisionAsGuid() : ValueConverter<DecisionId, Guid>(id => id.Value, guid => new DecisionId(guid));

    private sealed class ChangeAsGuid() : ValueConverter<ChangeId, Guid>(id => id.Value, guid => new ChangeId(guid));

    private sealed class MeetingAsGuid() : ValueConverter<MeetingId, Guid>(id => id.Value, guid => new MeetingId(guid));

    private sealed class SubjectAsText() : ValueConverter<DecisionSubject, string>(subject => Write(subject), text => Read(text));

    /// <summary>Most quantities are whole, and dividing a decimal is dear a million times.</summary>
    private static decimal Unscaled(long scaled) => scaled % (long)Scale == 0 ? scaled / (long)Scale : scaled / Scale;

    private static string Write(DecisionSubject subject) => $"{subject.Kind}:{subject.Reference}";

    private static DecisionSubject Read(string text)
    {
        var cut = text.IndexOf(':', StringComparison.Ordinal);
        return new(Enum.Parse<SubjectKind>(text[..cut]), text[(cut + 1)..]);
    }

    private sealed class PersonJson : JsonConverter<PersonKey>
    {
        public override PersonKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            PersonKey.Parse(reader.GetString()) ?? throw new JsonException("Not a person's key.");

        public override void Write(Utf8JsonWriter writer, PersonKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
