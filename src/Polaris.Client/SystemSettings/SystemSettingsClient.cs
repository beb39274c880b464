using System.Runtime.CompilerServices;
using System.Text.Json;
using Polaris.Client.Cataloging;
using Polaris.Client.Circulation;
using Polaris.Client.Http;

namespace Polaris.Client.SystemSettings;

/// <summary>Reads reference data and settings: collections, shelf locations, material types, statuses, organizations, permissions.</summary>
/// <remarks>
/// Thread-safe. Every call requests the list from the server. Because the lists rarely change, programs that need them often use
/// <see cref="Cached"/>.
/// </remarks>
public sealed class SystemSettingsClient
{
    private const int MaxTag = 999;

    private readonly ISystemSettingsApi _api;
    private readonly TimeProvider _time;
    private readonly ResponseCache? _cache;

    internal SystemSettingsClient(ISystemSettingsApi api, TimeProvider time, ResponseCache? cache = null)
    {
        _api = api;
        _time = time;
        _cache = cache;
    }

    /// <summary>Returns a view that keeps each response for some time, and returns it without a request.</summary>
    /// <param name="timeToLive">How long a response is kept.</param>
    /// <returns>A view with a cache of its own, for the organization and the user of this client. Keep it: a new one starts empty.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is not positive.</exception>
    /// <remarks>
    /// Errors are not kept. Rows are shared between callers: do not change them. Permissions are kept too; a short time lets changes take
    /// effect soon.
    /// </remarks>
    /// <example><code>
    /// SystemSettingsClient lists = polaris.SystemSettings.Cached(TimeSpan.FromHours(1));
    /// </code></example>
    public SystemSettingsClient Cached(TimeSpan timeToLive) => timeToLive <= TimeSpan.Zero
        ? throw new ArgumentOutOfRangeException(nameof(timeToLive), timeToLive, "The time to keep a response must be positive.")
        : new SystemSettingsClient(_api, _time, new ResponseCache(timeToLive, _time));

    /// <summary>Lists the collections.</summary>
    /// <param name="organizationId">The organization; 0 (the default) for all unique collections.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The organization is negative.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /collections?orgid=.</remarks>
    public Task<IReadOnlyList<CollectionRow>> ListCollectionsAsync(int organizationId = 0, CancellationToken cancellationToken = default)
    {
        Argument.NotNegative(organizationId, "The ID of an organization");
        return ReadAsync($"{organizationId}", () => _api.ListCollectionsAsync(organizationId, cancellationToken).WithoutNullsAsync());
    }

    /// <summary>Lists the shelf locations of an organization.</summary>
    /// <param name="organizationId">The organization.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The organization is negative.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /shelflocations?orgid=.</remarks>
    public Task<IReadOnlyList<ShelfLocation>> ListShelfLocationsAsync(int organizationId, CancellationToken cancellationToken = default)
    {
        Argument.NotNegative(organizationId, "The ID of an organization");
        return ReadAsync($"{organizationId}", () => _api.ListShelfLocationsAsync(organizationId, cancellationToken).WithoutNullsAsync());
    }

    /// <summary>Lists the material types.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /materialtypes.</remarks>
    public Task<IReadOnlyList<PolarisMaterialType>> ListMaterialTypesAsync(CancellationToken cancellationToken = default) =>
        ReadAsync("", () => _api.ListMaterialTypesAsync(cancellationToken).WithoutNullsAsync());

    /// <summary>Lists the statuses that items can have.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /itemstatuses.</remarks>
    public Task<IReadOnlyList<PolarisItemStatus>> ListItemStatusesAsync(CancellationToken cancellationToken = default) =>
        ReadAsync("", () => _api.ListItemStatusesAsync(cancellationToken).WithoutNullsAsync());

    /// <summary>Lists the statuses that hold requests can have.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /sysholdstatuses. The vendor does not document the rows, so they are JSON as received.</remarks>
    public Task<IReadOnlyList<JsonElement>> ListHoldStatusesAsync(CancellationToken cancellationToken = default) =>
        ReadAsync("", () => _api.ListHoldStatusesAsync(cancellationToken));

    /// <summary>Lists the organizations.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /organizations. The vendor does not document the rows, so they are JSON as received.</remarks>
    public Task<IReadOnlyList<JsonElement>> ListOrganizationsAsync(CancellationToken cancellationToken = default) =>
        ReadAsync("", () => _api.ListOrganizationsAsync(cancellationToken));

    /// <summary>Lists the patron codes of an organization.</summary>
    /// <param name="organizationId">The organization.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The organization is negative.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /patroncodes?orgid=. Vendor page: patroncodes/get_patron_codes.</remarks>
    public Task<IReadOnlyList<PatronCode>> ListPatronCodesAsync(int organizationId, CancellationToken cancellationToken = default)
    {
        Argument.NotNegative(organizationId, "The ID of an organization");
        return ReadAsync($"{organizationId}", () => _api.ListPatronCodesAsync(organizationId, cancellationToken).WithoutNullsAsync());
    }

    /// <summary>Reads one setting of an organization.</summary>
    /// <param name="organizationId">The organization.</param>
    /// <param name="mnemonic">The vendor's name of the setting, such as <c>PSPARM_DISTRIBUTED_WAIVES</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The name is not made of letters, digits and underscores.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">The organization does not exist, or another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">The response is not this setting.</exception>
    /// <exception cref="RequestFailedException">The server refused the request, for example because it does not know the name.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /sysadmin/organizations/{organizationId}/values/{mnemonic}. Vendor page: sysAdmin/sysadmin_savalue_by_org.</remarks>
    public Task<SystemSetting> GetValueAsync(int organizationId, string mnemonic, CancellationToken cancellationToken = default)
    {
        Argument.Id(organizationId, "an organization");
        CheckName(mnemonic, nameof(mnemonic));
        return ReadAsync($"{organizationId} {mnemonic}", async () =>
        {
            var setting = await _api.GetValueAsync(organizationId, mnemonic, cancellationToken).ConfigureAwait(false);
            return string.Equals(setting.Mnemonic, mnemonic, StringComparison.OrdinalIgnoreCase)
                ? setting
                : throw RecordResponses.Unexpected("GET /sysadmin/organizations/{organizationId}/values/{mnemonic}", $"is not the setting {mnemonic}");
        });
    }

    /// <summary>Reads several settings of an organization.</summary>
    /// <param name="organizationId">The organization.</param>
    /// <param name="mnemonics">The vendor's names of the settings, at least one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The settings that the server returned. Whether it omits unknown names is not documented.</returns>
    /// <exception cref="ArgumentException">There are no names, or one is not made of letters, digits and underscores.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">The organization does not exist, or another server responds at this address.</exception>
    /// <exception cref="RequestFailedException">The server refused the request, for example because it does not know a name.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /sysadmin/organizations/{organizationId}/values?mnemonic=. Vendor page: sysAdmin/sysadmin_savalue_by_org.</remarks>
    public Task<IReadOnlyList<SystemSetting>> ListValuesAsync(
        int organizationId, IReadOnlyList<string> mnemonics, CancellationToken cancellationToken = default)
    {
        Argument.Id(organizationId, "an organization");
        if ((mnemonics ?? throw new ArgumentNullException(nameof(mnemonics))).Count == 0)
        {
            throw new ArgumentException("Ask for at least one setting.", nameof(mnemonics));
        }

        foreach (var mnemonic in mnemonics)
        {
            CheckName(mnemonic, nameof(mnemonics));
        }

        var names = string.Join(",", mnemonics);
        return ReadAsync($"{organizationId} {names}", () => _api.ListValuesAsync(organizationId, names, cancellationToken).WithoutNullsAsync());
    }

    /// <summary>Lists the rules by which an organization validates MARC fields.</summary>
    /// <param name="organizationId">The organization.</param>
    /// <param name="marcFormat">The format; the vendor's page shows <c>Bibliographic</c> only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The format is not made of letters, digits and underscores.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">The organization does not exist, or another server responds at this address.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>
    /// GET /sysadmin/{organizationId}/profiles/marc/ValidationRules/{marcFormatType}. Vendor page: sysAdmin/get_sa_marc_validation_rules.
    /// </remarks>
    public Task<IReadOnlyList<MarcValidationRule>> ListMarcValidationRulesAsync(
        int organizationId, string marcFormat = "Bibliographic", CancellationToken cancellationToken = default)
    {
        Argument.Id(organizationId, "an organization");
        CheckName(marcFormat, nameof(marcFormat));
        return ReadAsync(
            $"{organizationId} {marcFormat}",
            () => _api.ListMarcValidationRulesAsync(organizationId, marcFormat, cancellationToken).WithoutNullsAsync());
    }

    /// <summary>Lists the values that the first character of a fixed field, such as 007, can have.</summary>
    /// <param name="tag">The tag as a number, 1 to 999: 7 for field 007.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The values; empty for a field that has none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The tag is not between 1 and 999.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /marc/tags/{tag}/fixedtagtypes. Vendor page: marc/get_fixed_tag_types.</remarks>
    public Task<IReadOnlyList<FixedTagType>> ListFixedTagTypesAsync(int tag, CancellationToken cancellationToken = default) =>
        tag is < 1 or > MaxTag
            ? throw new ArgumentOutOfRangeException(nameof(tag), tag, $"A tag must be between 1 and {MaxTag}.")
            : ReadAsync($"{tag}", () => _api.ListFixedTagTypesAsync(tag, cancellationToken).WithoutNullsAsync());

    /// <summary>Reads whether the user of this client has a permission.</summary>
    /// <param name="permissionId">The ID of the permission, such as 89 for creating hold requests.</param>
    /// <param name="ownerId">The organization that owns what the permission is needed for; 0 (the default) for any.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1, or the organization is negative.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /sysadmin/permissions/granted/{permissionId}?ownerID=. Vendor page: that of granted permissions.</remarks>
    public Task<PermissionGrant> GetPermissionAsync(int permissionId, int ownerId = 0, CancellationToken cancellationToken = default)
    {
        Argument.Id(permissionId, "a permission");
        Argument.NotNegative(ownerId, "The ID of an organization");
        return ReadAsync($"{permissionId} {ownerId}", () => _api.GetPermissionAsync(permissionId, ownerId, cancellationToken));
    }

    private Task<T> ReadAsync<T>(string arguments, Func<Task<T>> readAsync, [CallerMemberName] string method = "")
        where T : class => _cache is null ? readAsync() : _cache.GetAsync($"{method} {arguments}", readAsync);

    /// <summary>Names are parts of an address.</summary>
    private static void CheckName(string name, string parameter)
    {
        if (name is not { Length: > 0 } || !name.All(letter => letter is '_' or (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z')))
        {
            throw new ArgumentException("A name must consist of letters, digits and underscores.", parameter);
        }
    }
}
