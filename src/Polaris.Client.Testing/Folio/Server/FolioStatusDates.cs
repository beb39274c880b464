using System.Globalization;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>A record that is about to be saved.</summary>
/// <param name="Record">The record.</param>
/// <param name="Replaced">The record that it replaces; null if it is new.</param>
/// <param name="Kind">The request.</param>
/// <param name="Time">The time of the request.</param>
internal sealed record FolioWrite(JsonObject Record, JsonObject? Replaced, FolioWriteKind Kind, DateTimeOffset Time)
{
    public string? Text(string field) => FolioFieldReader.Text(FolioFieldReader.Node(Record, field));

    public string? ReplacedText(string field) => Replaced is null ? null : FolioFieldReader.Text(FolioFieldReader.Node(Replaced, field));

    public string Now(string offset) => Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture) + offset;
}

/// <summary>The requests that save a record.</summary>
internal enum FolioWriteKind
{
    Post,
    Batch,
    Put,
}

/// <summary>The dates of a status: the module sets them in new records, and triggers of the database in changed ones.</summary>
internal static class FolioStatusDates
{
    /// <summary>POST and batches always set the date of an instance, and a PUT if the status changes; otherwise it is the given one.</summary>
    public static void OfInstance(FolioWrite write)
    {
        if (write.Replaced is not null && write.Text("statusId") != write.ReplacedText("statusId"))
        {
            write.Record["statusUpdatedDate"] = write.Now("Z");
        }
        else if (write.Kind != FolioWriteKind.Put)
        {
            write.Record["statusUpdatedDate"] = write.Now("+0000");
        }
    }

    /// <summary>The date of an item that exists changes only with its status, whatever the request contains.</summary>
    public static void OfItem(FolioWrite write)
    {
        if (write.Record["status"] is not JsonObject status)
        {
            return;
        }

        string? date = (write.Replaced, write.Kind) switch
        {
            (null, FolioWriteKind.Batch) => write.Text("status.date") ?? write.Now("+00:00"),
            (null, _) => write.Now("+00:00"),
            _ => write.Text("status.name") == write.ReplacedText("status.name") ? write.ReplacedText("status.date") : write.Now("Z"),
        };
        status.Remove("date");
        if (date is not null)
        {
            status["date"] = date;
        }
    }
}
