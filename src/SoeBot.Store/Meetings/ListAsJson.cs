using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.EntityFrameworkCore;
using SoeBot.Store.Database;

namespace SoeBot.Store.Meetings;

/// <summary>A short list of records that is read whole and only with its owner, so that it lies in the row.</summary>
internal static class ListAsJson
{
    public static void IsListInRow<T>(this PropertyBuilder<IReadOnlyList<T>> property, string field) =>
        property.HasField(field).UsePropertyAccessMode(PropertyAccessMode.Field).HasConversion<AsJson<T>, SameItems<T>>();

    private sealed class AsJson<T>() : ValueConverter<IReadOnlyList<T>, string>(
        items => JsonSerializer.Serialize(items, Conversions.Json),
        text => JsonSerializer.Deserialize<List<T>>(text, Conversions.Json)!);

    private sealed class SameItems<T>() : ValueComparer<IReadOnlyList<T>>(
        (left, right) => left!.SequenceEqual(right!), items => items.Count, items => items.ToList());
}
