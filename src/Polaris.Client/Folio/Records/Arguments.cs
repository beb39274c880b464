using System.Net;
using System.Text.Json;

namespace Polaris.Client.Folio;

/// <summary>
/// Refuses what the server would refuse, before anything is sent. It responds to an invalid ID with 400, 404 or 422, depending on
/// the method.
/// </summary>
internal static class Arguments
{
    public const int HighestPageSize = 10_000;

    public static Guid Id(Guid id, string parameterName) => IsServersKind(id)
        ? id
        : throw new ArgumentException(
            $"FOLIO does not accept the ID '{id}': it must be a UUID of version 1 to 5. "
            + "Guid.NewGuid() creates one, Guid.CreateVersion7() does not.",
            parameterName);

    public static string Name(string? name, string parameterName)
    {
        _ = name ?? throw new ArgumentNullException(parameterName);
        CqlTerm.RefuseLoneSurrogates(name, parameterName);
        return string.IsNullOrWhiteSpace(name) ? throw new ArgumentException("A name cannot be empty.", parameterName) : name;
    }

    /// <summary>Checks a path: an empty segment, "." or ".." would send our token to another route.</summary>
    public static void Resource(string? resource, string parameterName)
    {
        _ = resource ?? throw new ArgumentNullException(parameterName);
        if (!resource.Split('/').All(segment => segment.Trim('.').Length > 0 && segment.All(c => c is '-' or '_' or '.' || char.IsLetterOrDigit(c))))
        {
            throw new ArgumentException(
                $"'{resource}' is not the path of a resource: expected segments of letters, digits, '-' and '_' with slashes between them.",
                parameterName);
        }
    }

    public static int? NotNegative(int? value, string parameterName) => value < 0
        ? throw new ArgumentOutOfRangeException(parameterName, value, "It must not be negative.")
        : value;

    public static string? Query(CqlQuery? query, string parameterName)
    {
        query?.EnsureFitsUrl(parameterName);
        return query?.Text;
    }

    public static EnumerateOptions Walk(EnumerateOptions? options, CqlQuery? query, string parameterName)
    {
        options ??= new EnumerateOptions();
        if (options.PageSize is < 1 or > HighestPageSize)
        {
            throw new ArgumentOutOfRangeException(
                $"{parameterName}.{nameof(options.PageSize)}", options.PageSize, $"It must be between 1 and {HighestPageSize}.");
        }

        NotNegative(options.Skip, $"{parameterName}.{nameof(options.Skip)}");
        var isSorted = query is { HasSort: true };
        return (isSorted && options.After is not null) || (!isSorted && options.Skip > 0)
            ? throw new ArgumentException(
                "A query with its own sort resumes with Skip, any other query with After.", parameterName)
            : options;
    }

    /// <summary>Version 1 to 5 and the variant of RFC 4122, as the pattern of the contract requires.</summary>
    private static bool IsServersKind(Guid id)
    {
        var bytes = id.ToByteArray();
        return bytes[7] >> 4 is >= 1 and <= 5 && bytes[8] >> 6 == 2;
    }
}

/// <summary>Finds problems of a response that was read, and reports them with route and tenant.</summary>
/// <param name="path">The path of the resource.</param>
/// <param name="tenant">The tenant of the request.</param>
/// <param name="streamsLists">Whether all diagnostics mean that a list is incomplete; otherwise only those of a failure do.</param>
internal sealed class AnswerChecks<TRecord>(string path, string tenant, bool streamsLists)
    where TRecord : FolioRecord
{
    public string ListRoute { get; } = $"GET /{path}";

    public string Tenant => tenant;

    public TRecord Record(string verb, TRecord record) =>
        record.Id == Guid.Empty ? throw Broken(verb, "with a record without an ID", verb == "GET" ? "/{id}" : "") : record;

    public RecordPage<TRecord> Page(RecordPage<TRecord> page, string verb = "GET", string below = "")
    {
        if (page.Records is not { } records)
        {
            throw Broken(verb, "with null instead of the records", below);
        }

        // A server that streams a list reports a later failure in its body, because the status was sent before.
        if (page.AdditionalMembers is { } members && members.TryGetValue("resultInfo", out var info) && info.ValueKind == JsonValueKind.Object
            && info.TryGetProperty("diagnostics", out var diagnostics) && diagnostics.ValueKind == JsonValueKind.Array
            && diagnostics.EnumerateArray().Any(diagnostic => streamsLists || IsFailure(diagnostic)))
        {
            throw Broken(verb, "with an incomplete list, because it failed while it sent the records", below, "Try again later, or with smaller pages.");
        }

        for (var i = 0; i < records.Count; i++)
        {
            if (records[i] is not { } record || record.Id == Guid.Empty)
            {
                throw Broken(verb, $"with a record without an ID (record {i} of the page)", below);
            }
        }

        return page;
    }

    /// <summary>Whether a diagnostic is that of a list which broke off, in the words of the engine of FOLIO's storage modules.</summary>
    private static bool IsFailure(JsonElement diagnostic) => diagnostic.ValueKind == JsonValueKind.Object
        && diagnostic.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String && code.ValueEquals("500");

    public InvalidResponseException Broken(
        string verb, string how, string below = "", string advice = "A proxy may have changed the response.")
    {
        var failure = new ApiFailure
        {
            StatusCode = verb == "POST" && below.Length == 0 ? HttpStatusCode.Created : HttpStatusCode.OK,
            Route = $"{verb} /{path}{below}",
            Tenant = tenant,
            MayHaveBeenProcessed = true,
        };
        return new InvalidResponseException($"{failure.Target} responded {how}. {advice}", failure);
    }
}
