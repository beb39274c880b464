using System.Text.Json.Serialization;
using Polaris.Client.Marc;

namespace Polaris.Client.Cataloging;

/// <summary>A bibliographic record to create without a workflow.</summary>
/// <remarks>Vendor page: bibrecords/post_bib_record.</remarks>
public sealed class NewBibRecord
{
    private const int LeaderLength = 24;
    private const int FixedDataLength = 40;

    /// <summary>The organization that will own the record. Required.</summary>
    [JsonPropertyName("RecordOwnerID")]
    public int RecordOwnerId { get; set; }

    /// <summary>Whether the public catalog shows the record. Required.</summary>
    [JsonPropertyName("DisplayInPAC")]
    public bool? DisplayInPac { get; set; }

    /// <summary>Whether the record is protected from being replaced. Required.</summary>
    public bool? DoNotOverlay { get; set; }

    /// <summary>The MARC data. Required.</summary>
    [JsonPropertyName("Record")]
    public MarcRecord? Marc { get; set; }

    /// <summary>Returns a copy with the MARC data as they are sent.</summary>
    internal NewBibRecord ToSend() => new()
    {
        RecordOwnerId = RecordOwnerId,
        DisplayInPac = DisplayInPac,
        DoNotOverlay = DoNotOverlay,
        Marc = Marc?.Clone().StripToMarc(),
    };

    /// <summary>Returns the first problem that the server would not report; null if there is none.</summary>
    internal string? Problem()
    {
        if (RecordOwnerId < 1 || DisplayInPac is null || DoNotOverlay is null || Marc is null)
        {
            return "Set RecordOwnerId, DisplayInPac, DoNotOverlay and Marc: the server requires all of them.";
        }

        // The server accepts any leader and any field 008, and then takes the record for one of another type.
        string[] fixedData = [.. Marc.ControlFields.Where(field => field.Tag == "008").Select(field => field.Data ?? "")];
        return Marc.Leader.Length != LeaderLength ? $"The leader must have {LeaderLength} characters, but has {Marc.Leader.Length}."
            : fixedData.Length != 1 ? $"The record must have one field 008, but has {fixedData.Length}."
            : fixedData[0].Length != FixedDataLength ? $"Field 008 must have {FixedDataLength} characters, but has {fixedData[0].Length}."
            : null;
    }
}
