using System.Text.Json.Serialization;
using Polaris.Client.Http;
using Refit;

namespace Polaris.Client.Folio;

/// <summary>How the server numbers new instances, holdings records and items. A tenant has exactly one record of it.</summary>
public sealed class HridSettings : RecordPart
{
    /// <summary>The ID of the record. Set by the server and never sent.</summary>
    [KeptByServer]
    public Guid? Id { get; set; }

    /// <summary>The numbers of instances. The server requires it.</summary>
    public HridSetting? Instances { get; set; }

    /// <summary>The numbers of holdings records. The server requires it.</summary>
    public HridSetting? Holdings { get; set; }

    /// <summary>The numbers of items. The server requires it.</summary>
    public HridSetting? Items { get; set; }

    /// <summary>Whether numbers are filled with zeros to eleven digits.</summary>
    public bool? CommonRetainLeadingZeroes { get; set; }

    /// <summary>Who changed the settings, and when. Set by the server and never sent.</summary>
    public RecordMetadata? Metadata { get; set; }

    /// <summary>Sets each start number to the one after the last number that was assigned, so that an update continues the numbers.</summary>
    /// <returns>These settings, so that calls can be chained.</returns>
    /// <remarks>Numbers that are assigned between reading and updating the settings would be assigned again: update while nothing is created.</remarks>
    public HridSettings ContinueNumbers()
    {
        foreach (var setting in new[] { Instances, Holdings, Items })
        {
            if (setting?.CurrentNumber is { } last)
            {
                setting.StartNumber = last + 1;
            }
        }

        return this;
    }
}

/// <summary>How the records of one kind are numbered.</summary>
public sealed class HridSetting : RecordPart
{
    /// <summary>The prefix: up to ten letters, digits, dots and hyphens.</summary>
    public string? Prefix { get; set; }

    /// <summary>The number with which the server starts after an update, 1 to 99,999,999,999. The server requires it.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public long? StartNumber { get; set; }

    /// <summary>The last number that was assigned; one less than the start number if there is none. Set by the server and never sent.</summary>
    /// <value><c>null</c> in settings that were not read, and from releases of inventory storage before 26.</value>
    [KeptByServer]
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public long? CurrentNumber { get; set; }
}

/// <summary>Reads and replaces the settings for human-readable IDs.</summary>
/// <remarks>Thread-safe. For the exceptions of every call see <see cref="RecordClient{TRecord}"/>.</remarks>
public sealed class HridSettingsClient
{
    private readonly IHridSettingsApi _api;

    internal HridSettingsClient(IHridSettingsApi api) => _api = api;

    /// <summary>Reads the settings.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="PermissionDeniedException">The user lacks the permission.</exception>
    /// <remarks>GET /hrid-settings-storage/hrid-settings; permission <c>inventory-storage.hrid-settings.item.get</c>.</remarks>
    public Task<HridSettings> GetAsync(CancellationToken cancellationToken = default) => _api.GetAsync(cancellationToken);

    /// <summary>Replaces the settings, and restarts all three sequences of numbers at their start numbers.</summary>
    /// <param name="settings">
    /// The whole settings, as they were read and then changed. <see cref="HridSettings.ContinueNumbers"/> sets start numbers that are free.
    /// </param>
    /// <param name="allowReuse">
    /// Whether start numbers may be ones that were assigned before. Creating records then fails until the numbers in use are passed.
    /// </param>
    /// <param name="cancellationToken">Cancels the call; the settings may have been changed anyway.</param>
    /// <exception cref="ArgumentException">
    /// A part or its start number is missing, out of range, or not greater than the last number that was assigned, or that number is not
    /// known; nothing was sent.
    /// </exception>
    /// <exception cref="ValidationFailedException">The server rejected the settings.</exception>
    /// <remarks>
    /// PUT /hrid-settings-storage/hrid-settings; permission <c>inventory-storage.hrid-settings.item.put</c>. The server restarts every
    /// sequence with every update, even if only a prefix changed. Never sent twice, because a second restart would assign numbers again.
    /// </remarks>
    /// <example><code>
    /// HridSettings settings = await folio.HridSettings.GetAsync();
    /// settings.Items!.Prefix = "it-";
    /// await folio.HridSettings.UpdateAsync(settings.ContinueNumbers());
    /// </code></example>
    public Task UpdateAsync(HridSettings settings, bool allowReuse = false, CancellationToken cancellationToken = default)
    {
        _ = settings ?? throw new ArgumentNullException(nameof(settings));
        Check(settings.Instances, $"{nameof(settings)}.{nameof(settings.Instances)}", allowReuse);
        Check(settings.Holdings, $"{nameof(settings)}.{nameof(settings.Holdings)}", allowReuse);
        Check(settings.Items, $"{nameof(settings)}.{nameof(settings.Items)}", allowReuse);
        return _api.UpdateAsync(settings, isSentOnce: true, cancellationToken);
    }

    private static void Check(HridSetting? setting, string parameterName, bool allowReuse)
    {
        if (setting?.StartNumber is not (>= 1 and <= 99_999_999_999 and var start))
        {
            throw new ArgumentException("The server requires a start number between 1 and 99999999999.", parameterName);
        }

        if (!allowReuse && !(start > setting.CurrentNumber))
        {
            throw new ArgumentException(
                $"The server restarts its numbers at {start} with this update, but "
                + (setting.CurrentNumber is { } last
                    ? $"numbers up to {last} were assigned. Call {nameof(HridSettings.ContinueNumbers)}, or set {nameof(allowReuse)}."
                    : $"the last number that was assigned is not known. Read the settings first; releases before 26 do not report it. Or set {nameof(allowReuse)}."),
                parameterName);
        }
    }
}

/// <summary>The two endpoints of the settings.</summary>
internal interface IHridSettingsApi
{
    /// <summary>Reads the settings.</summary>
    [Get("/hrid-settings-storage/hrid-settings")]
    Task<HridSettings> GetAsync(CancellationToken cancellationToken);

    /// <summary>Replaces the settings.</summary>
    [Put("/hrid-settings-storage/hrid-settings")]
    Task UpdateAsync(
        [Body] HridSettings settings, [Property(RequestOptions.SentOnceKey)] bool isSentOnce, CancellationToken cancellationToken);
}
