using SoeBot.Connectors.Mapping;

namespace SoeBot.Plants;

/// <summary>What attributes cannot say about the ways in and out of a plant.</summary>
internal static class PlantWaysCheck
{
    public static IEnumerable<string> Problems(PlantOptions plant)
    {
        foreach (var (table, percent) in plant.Import.LargestDropOf)
        {
            if (!PlanMapping.TableWords.Contains(table)) yield return $"Import:LargestDropOf:{table}: there is no such table; known are {string.Join(", ", PlanMapping.TableWords)}.";
            if (percent is < 0 or > 100) yield return $"Import:LargestDropOf:{table}: percent lie between 0 and 100.";
        }
        if (plant.Watch.Folder is { Length: > 0 } folder && !Path.IsPathFullyQualified(folder)) yield return $"Watch:Folder: \"{folder}\" is no full path.";
        if (plant.Watch.Marker is { Length: > 0 } marker && (Path.GetFileName(marker) != marker || marker is "." or "..")) yield return $"Watch:Marker: \"{marker}\" is not the name of a file.";

        if (plant.Sheet.Folder is { Length: > 0 } sheet && !Path.IsPathFullyQualified(sheet.Trim())) yield return $"Sheet:Folder: \"{sheet}\" is no full path.";

        var pull = plant.Pull;
        if (pull.Url is not { Length: > 0 } address) yield break;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)) || url.UserInfo.Length > 0)
            yield return "Pull:Url: an https address without a password is expected; http only on this machine.";
        if (pull.Times.Count == 0) yield return "Pull:Times: at least one time of the day is expected, like \"05:30\".";
        if (pull.Secret is not null && (!IsHeader(pull.HeaderName) || pull.Secret.AsSpan().ContainsAny('\r', '\n'))) yield return "Pull:HeaderName: this is no name of a header, or the secret has more than one line.";
    }

    private static bool IsHeader(string name)
    {
        using var request = new HttpRequestMessage();
        return request.Headers.TryAddWithoutValidation(name, "x");
    }
}
