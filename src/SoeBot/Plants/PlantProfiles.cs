using Microsoft.Extensions.Options;
using SoeBot.Domain.Plan;

namespace SoeBot.Plants;

/// <summary>All plants of this installation. With none in the settings there is the sample plant. What <see cref="Get"/> gives holds for the moment: holidays may change.</summary>
public sealed class PlantProfiles
{
    private static readonly PlantOptions SampleOptions = new() { Name = "Sample plant", TimeZone = "Europe/Berlin", Sample = true, ApproveOwn = true };

    private readonly Dictionary<PlantId, PlantOptions> _options;
    private readonly Dictionary<PlantId, (DateTime Written, long Length)> _read = [];
    private readonly Lock _rereading = new();
    private readonly TimeProvider _time;
    private volatile Dictionary<PlantId, PlantProfile> _profiles;

    /// <exception cref="InvalidOperationException">A holiday file is broken; the check of the settings says so before.</exception>
    public PlantProfiles(IOptions<PlantsOptions> options, TimeProvider? time = null)
    {
        _time = time ?? TimeProvider.System;
        _options = options.Value.Count > 0
            ? options.Value.ToDictionary(entry => new PlantId(entry.Key), entry => entry.Value)
            : new() { [SampleId] = SampleOptions };
        _profiles = _options.ToDictionary(entry => entry.Key, entry => Profile(entry.Key, entry.Value, AtStart(entry.Key, entry.Value)));
    }

    public static readonly PlantId SampleId = new("sample");

    public IReadOnlyCollection<PlantProfile> All => _profiles.Values;

    /// <summary>The plant meant where nobody names one: the first of the settings.</summary>
    public PlantProfile Default => _profiles.Values.First();

    public PlantProfile? Find(PlantId plant) => _profiles.GetValueOrDefault(plant);

    /// <exception cref="KeyNotFoundException">The plant is not in the settings any more.</exception>
    public PlantProfile Get(PlantId plant) => _profiles[plant];

    /// <summary>Reads the holiday files that changed since they were read. A broken one is said once, and the holidays before it stay.</summary>
    /// <returns>A line for each file that changed.</returns>
    public IReadOnlyList<HolidayNews> RereadHolidays()
    {
        lock (_rereading)
        {
            var news = new List<HolidayNews>();
            var profiles = new Dictionary<PlantId, PlantProfile>(_profiles);
            foreach (var (plant, options) in _options)
            {
                if (options.HolidayFile is not { Length: > 0 } file || Stamp(file) is var stamp && stamp == _read.GetValueOrDefault(plant)) continue;
                _read[plant] = stamp;
                var read = PlantCalendars.ReadHolidays(file, _time.GetUtcNow());
                if (read.Days is { } days) profiles[plant] = Profile(plant, options, days);
                news.Add(new HolidayNews(plant, read.Days?.Count, read.Problem is { } problem ? $"{problem} The holidays read before stay." : $"{file} has {read.Days!.Count} holidays."));
            }
            if (news.Count > 0) _profiles = profiles;
            return news;
        }
    }

    private IReadOnlySet<DateOnly> AtStart(PlantId plant, PlantOptions options)
    {
        if (options.HolidayFile is not { Length: > 0 } file) return new HashSet<DateOnly>();
        _read[plant] = Stamp(file);
        var read = PlantCalendars.ReadHolidays(file, _time.GetUtcNow());
        return read.Days ?? throw new InvalidOperationException(read.Problem);
    }

    private static (DateTime Written, long Length) Stamp(string file)
    {
        var info = new FileInfo(file);
        return info.Exists ? (info.LastWriteTimeUtc, info.Length) : default;
    }

    private static PlantProfile Profile(PlantId id, PlantOptions options, IReadOnlySet<DateOnly> holidays) => new()
    {
        Id = id, Name = options.Name, Sample = options.Sample, Mapping = string.IsNullOrWhiteSpace(options.Mapping) ? null : options.Mapping,
        Calendar = PlantCalendars.Build(options, holidays),
        MeetingDay = options.MeetingDay, MeetingStart = options.MeetingStart, MeetingMinutes = options.MeetingMinutes,
        PublishBy = options.PublishBy, ApproveOwn = options.ApproveOwn, Numbers = options.Numbers, Flags = options.Flags, Health = options.Health, Risk = options.Risk.Read(),
        Escalation = options.Escalation.Read(), Receivers = options.HandOver.Read(),
        SheetFolder = string.IsNullOrWhiteSpace(options.Sheet.Folder) ? null : options.Sheet.Folder.Trim(), SheetNamesCustomers = options.Sheet.Customers,
    };
}

/// <param name="Holidays">Days in the file; null when it was refused.</param>
/// <param name="Words">For the log.</param>
public sealed record HolidayNews(PlantId Plant, int? Holidays, string Words);
