using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Folio;

/// <summary>One page of a list.</summary>
/// <typeparam name="TRecord">The type of the records.</typeparam>
public sealed class RecordPage<TRecord>
    where TRecord : FolioRecord
{
    /// <summary>The records of the page, in the order of the server. In JSON, each resource has its own name for this list.</summary>
    [JsonRequired]
    public IReadOnlyList<TRecord> Records { get; set; } = [];

    /// <summary>The total number of records that the query matches; see <see cref="RecordTotals"/> for how exact it is.</summary>
    /// <value><c>null</c> if the server omitted it, as it does with <see cref="RecordTotals.None"/>.</value>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public long? TotalRecords { get; set; }

    /// <summary>Properties that this library does not know, such as <c>resultInfo</c>.</summary>
    /// <remarks>
    /// A list of instances, holdings, items or users whose <c>resultInfo</c> contains diagnostics is incomplete: it is an
    /// <see cref="InvalidResponseException"/>.
    /// </remarks>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>How the server determines <see cref="RecordPage{TRecord}.TotalRecords"/>.</summary>
public enum RecordTotals
{
    /// <summary>The server decides; above 1,000 the total may be an estimate. The server's default.</summary>
    Auto,

    /// <summary>Counted. Current servers treat it as <see cref="Auto"/>; <c>CountAsync</c> is exact.</summary>
    Exact,

    /// <summary>Estimated.</summary>
    Estimated,

    /// <summary>Not at all, which is the fastest.</summary>
    None,
}
