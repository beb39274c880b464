using System.Text.Json.Serialization;

namespace Polaris.Client.Folio;

/// <summary>One page of a list.</summary>
/// <typeparam name="TRecord">The type of the records.</typeparam>
public sealed class RecordPage<TRecord>
    where TRecord : ReferenceRecord
{
    /// <summary>The records of the page, in the order of the server. Each resource has a name of its own for this on the wire.</summary>
    [JsonRequired]
    public IReadOnlyList<TRecord> Records { get; set; } = [];

    /// <summary>How many records the query matches in all; see <see cref="RecordTotals"/> for how exact that is.</summary>
    /// <value>Null when the server left it out, as it does with <see cref="RecordTotals.None"/>.</value>
    public int? TotalRecords { get; set; }
}
