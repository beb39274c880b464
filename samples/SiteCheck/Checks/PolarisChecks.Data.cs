using System.Text.Json;
using System.Text.Json.Nodes;
using Polaris.Client;
using Polaris.Client.ObjectLocks;
using Refit;

namespace SiteCheck;

/// <summary>An endpoint that the library does not have; its row is JSON as received.</summary>
[Headers("Accept: application/json")]
internal interface IPatronApi
{
    [Get("/patrons/{id}")]
    Task<JsonElement> GetAsync(int id, CancellationToken cancellationToken = default);
}

/// <content>Locks, lists and records.</content>
internal sealed partial class PolarisChecks
{
    private const int LargestItemStatus = 22;

    private async Task<Finding> OwnLocksAsync(CancellationToken cancellationToken)
    {
        var locks = await polaris.ObjectLocks.ListAsync(cancellationToken: cancellationToken);
        return locks.Count == 0
            ? Finding.Ok("This user does not hold any locks at this workstation.")
            : Finding.Differs(
                $"This user holds {Finding.Count(locks.Count, "lock")} at this workstation: {TypesOf(locks)}.",
                Setting.Advice("Call ObjectLocks.ReleaseLeftoversAsync when a worker starts, and give each worker its own WorkstationId."));
    }

    private async Task<Finding> AllLocksAsync(CancellationToken cancellationToken)
    {
        var locks = await polaris.ObjectLocks.ListAsync(allUsers: true, cancellationToken);
        int[] unknown = [.. locks.Select(held => held.ObjectType).Where(type => !Enum.IsDefined(type)).Select(type => (int)type).Distinct().Order()];
        var text = $"All users hold {Finding.Count(locks.Count, "lock")}{(locks.Count == 0 ? "" : ": " + TypesOf(locks))}.";
        return unknown.Length == 0 ? Finding.Ok(text)
            : Finding.Differs($"{text} Unknown object types: {string.Join(", ", unknown)}.", Setting.Advice("Nothing to set: use (ObjectType)n for these types."));
    }

    private async Task ListsAsync(CancellationToken cancellationToken)
    {
        var lists = polaris.SystemSettings;
        await ListAsync("collections", async () => (await lists.ListCollectionsAsync(options.OrganizationId, cancellationToken)).Count);
        await ListAsync("shelf locations", async () => (await lists.ListShelfLocationsAsync(options.OrganizationId, cancellationToken)).Count);
        await ListAsync("material types", async () => (await lists.ListMaterialTypesAsync(cancellationToken)).Count);
        await check.RunAsync("item statuses", () => FoundAsync(async () =>
        {
            var rows = await lists.ListItemStatusesAsync(cancellationToken);
            int[] unknown = [.. rows.Select(row => row.ItemStatusId).Where(id => id is < 1 or > LargestItemStatus).Order()];
            return unknown.Length == 0 ? Finding.Ok($"{Finding.Count(rows.Count, "row")}, no unknown IDs.")
                : Finding.Differs($"{Finding.Count(rows.Count, "row")}; IDs that are not documented: {string.Join(", ", unknown)}.", Setting.Advice("Nothing to set: IDs pass through unchanged; handle them in your program."));
        }));
        await RowsAsync("organizations", () => lists.ListOrganizationsAsync(cancellationToken));
        await ListAsync("patron codes", async () => (await lists.ListPatronCodesAsync(options.OrganizationId, cancellationToken)).Count);
        await RowsAsync("hold statuses", () => lists.ListHoldStatusesAsync(cancellationToken));
    }

    private Task ListAsync(string name, Func<Task<int>> count) =>
        check.RunAsync(name, () => FoundAsync(async () => Finding.Ok($"{Finding.Count(await count(), "row")}.")));

    /// <summary>Lists whose rows are not documented: the properties are what there is to learn.</summary>
    private Task RowsAsync(string name, Func<Task<IReadOnlyList<JsonElement>>> list) => check.RunAsync(name, () => FoundAsync(async () =>
    {
        var rows = await list();
        var first = rows.Count == 0 ? null : JsonNode.Parse(rows[0].GetRawText());
        var properties = Json.Rows(first).SelectMany(row => row.Select(member => $"{redactor.Name(member.Key)} ({Json.Kind(member.Value)})"));
        return Finding.Ok($"{Finding.Count(rows.Count, "row")}{(rows.Count == 0 ? "" : " with " + string.Join(", ", properties))}.");
    }));

    private static async Task<Finding> FoundAsync(Func<Task<Finding>> read)
    {
        try
        {
            return await read();
        }
        catch (NotFoundException missing)
        {
            return Finding.Differs($"The server does not have {missing.Route} (HTTP 404).", Setting.Advice("Do not use this call; the release may be older or newer."));
        }
    }

    private async Task RecordsAsync(CheckArguments arguments, CancellationToken cancellationToken)
    {
        await RecordAsync("bibliographic record", "--bib-id", arguments.BibId, async id =>
        {
            var bib = await polaris.BibRecords.GetAsync(id, cancellationToken);
            var marc = await polaris.BibRecords.GetMarcAsync(id, cancellationToken);
            return Unknown("bibliographicrecords", bib.AdditionalMembers, $"Read, with {marc.Fields.Count} MARC fields.");
        });
        await RecordAsync("item record", "--item-id", arguments.ItemId, async id =>
            Unknown("itemrecords", (await polaris.ItemRecords.GetAsync(id, cancellationToken)).AdditionalMembers, "Read."));
        await RecordAsync("patron", "--patron-id", arguments.PatronId, async id =>
        {
            var patron = JsonNode.Parse((await polaris.CreateApi<IPatronApi>().GetAsync(id, cancellationToken)).GetRawText());
            return Finding.Ok($"Read, with {Finding.Count((patron as JsonObject)?.Count ?? 0, "property", "properties")}.");
        });
    }

    private async Task RecordAsync(string name, string option, int? id, Func<int, Task<Finding>> read)
    {
        if (id is not { } given)
        {
            check.Skip(name, $"{option} was not given.");
            return;
        }

        await check.RunAsync(name, async () =>
        {
            try
            {
                return await read(given);
            }
            catch (NotFoundException)
            {
                return Finding.Failed("The record does not exist.", Setting.Advice($"Choose an existing record for {option}."));
            }
        });
    }

    private Finding Unknown(string resource, Dictionary<string, JsonElement>? members, string text)
    {
        foreach (var (name, value) in members ?? [])
        {
            _shapes.AddUnknown(resource, name, JsonNode.Parse(value.GetRawText()));
        }

        return Finding.Ok(members is { Count: > 0 } ? $"{text} {Finding.Count(members.Count, "property", "properties")} in AdditionalMembers." : text);
    }

    private Finding Zone(ZonedDate? measured)
    {
        List<ZonedDate> dates = [.. check.Recorder.Exchanges.Where(exchange => exchange.IsSuccess).SelectMany(exchange => ServerZone.DatesIn(exchange.Json))];
        if (measured is { } known)
        {
            dates.Add(known);
        }

        if (dates.Count == 0)
        {
            return Finding.Differs(
                "No response had a date with an offset, so the time zone is not known.",
                new Setting("ServerTimeZone", null, "the zone of the server. --write --bib-id N measures it; --bib-id and --item-id may show dates with an offset."));
        }

        var offsets = string.Join(" and ", dates.Select(date => ServerZone.Text(date.Offset)).Distinct().Order(StringComparer.Ordinal));
        var zones = ServerZone.Candidates(dates);
        var found = $"{Finding.Count(dates.Count, "date")} with the offset {offsets}{(measured is null ? "" : ", one of them measured with a new lock")}.";
        if (zones.Count == 0)
        {
            return Finding.Differs($"{found} No time zone has all of them: web server and database may be in different zones.", Setting.Advice("Do not compare dates of different calls; locks do not depend on it."));
        }

        var configured = ServerZone.Find(options.ServerTimeZone);
        var isRight = configured is not null && ServerZone.Fits(configured, dates);
        check.Fake["timeZone"] = isRight ? options.ServerTimeZone : zones[0];
        var others = zones.Count == 1 ? "" : $" The dates also fit {string.Join(", ", zones.Skip(1).Take(4))}.";
        return isRight ? Finding.Ok($"{found} ServerTimeZone is {options.ServerTimeZone}, which fits.")
            : Finding.Differs(
                $"{found} ServerTimeZone is {options.ServerTimeZone}, so dates without an offset are read wrong.",
                new Setting("ServerTimeZone", zones[0], $"it is the most probable zone with {offsets}.{others}"));
    }

    private Finding LockDates()
    {
        var dates = check.Recorder.Exchanges.Where(exchange => exchange.IsSuccess && exchange.Resource.StartsWith("objectlocks", StringComparison.Ordinal))
            .SelectMany(exchange => Json.Rows(exchange.Json)).Where(row => Json.Member(row, "ObjectID") is not null)
            .Select(row => Json.Text(row, "LockDate")).ToList();
        if (dates.Count == 0)
        {
            return Finding.Ok("No lock was seen, so the form of its date is not known; --write --bib-id N shows it.");
        }

        var present = dates.OfType<string>().ToList();
        var withOffset = present.Count(date => ServerZone.DatesIn(JsonValue.Create(date)).Any());
        var form = present.Count == 0 ? "Null" : withOffset == 0 ? "WithoutOffset" : withOffset == present.Count ? "WithOffset" : "Documented";
        check.Fake["lockDates"] = form;
        return form switch
        {
            "Null" => Finding.Differs("Locks have no date.", Setting.Advice("Nothing to set: after a lost response the client cannot prove whose lock it is, and keeps it with a warning in the log.")),
            "WithoutOffset" => Finding.Ok("The dates of locks have no offset; they are read in ServerTimeZone."),
            "WithOffset" => Finding.Ok("The dates of locks have an offset."),
            _ => Finding.Ok("Some calls return the dates of locks with an offset, others without, as documented."),
        };
    }

    private Finding Responses()
    {
        foreach (var exchange in check.Recorder.Exchanges)
        {
            _shapes.Add(exchange);
        }

        check.Fake["sloppiness"] = new JsonArray([.. _shapes.Differences.Select(how => (JsonNode)JsonValue.Create(how))]);
        check.Fake["additionalMembers"] = new JsonObject(_shapes.Unknown.Select(resource => KeyValuePair.Create(resource.Key, (JsonNode?)resource.Value.DeepClone())));
        List<string> found = [.. _shapes.Differences.Select(Sentence)];
        found.AddRange(_shapes.Unknown.Select(resource => $"Unknown properties of {resource.Key}: {string.Join(", ", resource.Value.Select(member => member.Key))}."));
        return found.Count == 0 ? Finding.Ok("Responses have the documented properties.")
            : Finding.Differs(string.Join(' ', found), Setting.Advice("Nothing to set: the library reads all of this. Test against FakePolarisOptions.FromSiteCheck."));
    }

    private static string Sentence(string difference) => difference switch
    {
        "NumbersAsStrings" => "Numbers are sent as strings.",
        "OtherCasing" => "Property names have another casing.",
        "Nulls" => "Documented values are null.",
        _ => "Documented properties are missing.",
    };

    private static string TypesOf(IEnumerable<ObjectLock> locks) => string.Join(
        ", ", locks.GroupBy(held => held.ObjectType).OrderBy(group => group.Key).Select(group => $"{group.Count()} of type {(int)group.Key}"));
}
