using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Polaris.Client.Cataloging;
using Polaris.Client.Circulation;
using Polaris.Client.Json;
using Polaris.Client.ObjectLocks;
using Polaris.Client.SystemSettings;
using Polaris.Client.Workflows;

namespace Polaris.Client.Composition;

/// <summary>The JSON settings of Polaris.</summary>
internal static class PolarisJsonOptions
{
    /// <summary>Creates the settings of every call: names in any case, quoted numbers, dates of the server's time zone.</summary>
    public static JsonSerializerOptions Create(string? serverTimeZone)
    {
        _ = ServerTimeZone.TryFind(serverTimeZone, out var zone);
        var json = new JsonSerializerOptions
        {
            PropertyNameCaseInsensitive = true,
            NumberHandling = JsonNumberHandling.AllowReadingFromString,
            Converters = { new ServerDateTimeConverter(zone), new LenientValues() },
            TypeInfoResolver = JsonTypeInfoResolver.Combine(
                AuthenticationJson.Default, StatusJson.Default, ObjectLocksJson.Default, WorkflowsJson.Default,
                BibliographicRecordsJson.Default, AuthorityRecordsJson.Default, ItemRecordsJson.Default, RecordSetsJson.Default,
                SystemSettingsJson.Default, PatronsJson.Default, CirculationJson.Default),
        };
        json.MakeReadOnly();
        return json;
    }
}
