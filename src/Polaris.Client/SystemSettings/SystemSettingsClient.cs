using System.Text.Json;

namespace Polaris.Client.SystemSettings;

/// <summary>Lists reference data: collections, shelf locations, material types, statuses, organizations.</summary>
/// <remarks>
/// Thread-safe. Every call requests the list from the server; cache the lists if you need them often, because they rarely change.
/// </remarks>
public sealed class SystemSettingsClient
{
    private readonly ISystemSettingsApi _api;

    internal SystemSettingsClient(ISystemSettingsApi api) => _api = api;

    /// <summary>Lists the collections.</summary>
    /// <param name="organizationId">The organization; 0 (the default) for all unique collections.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The organization is negative.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /collections?orgid=.</remarks>
    public Task<IReadOnlyList<CollectionRow>> ListCollectionsAsync(int organizationId = 0, CancellationToken cancellationToken = default) =>
        _api.ListCollectionsAsync(Checked(organizationId), cancellationToken);

    /// <summary>Lists the shelf locations of an organization.</summary>
    /// <param name="organizationId">The organization.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The organization is negative.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /shelflocations?orgid=.</remarks>
    public Task<IReadOnlyList<ShelfLocation>> ListShelfLocationsAsync(int organizationId, CancellationToken cancellationToken = default) =>
        _api.ListShelfLocationsAsync(Checked(organizationId), cancellationToken);

    /// <summary>Lists the material types.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /materialtypes.</remarks>
    public Task<IReadOnlyList<PolarisMaterialType>> ListMaterialTypesAsync(CancellationToken cancellationToken = default) =>
        _api.ListMaterialTypesAsync(cancellationToken);

    /// <summary>Lists the statuses that items can have.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /itemstatuses.</remarks>
    public Task<IReadOnlyList<PolarisItemStatus>> ListItemStatusesAsync(CancellationToken cancellationToken = default) =>
        _api.ListItemStatusesAsync(cancellationToken);

    /// <summary>Lists the statuses that hold requests can have.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /sysholdstatuses. The vendor does not document the rows, so they are JSON as received.</remarks>
    public Task<IReadOnlyList<JsonElement>> ListHoldStatusesAsync(CancellationToken cancellationToken = default) =>
        _api.ListHoldStatusesAsync(cancellationToken);

    /// <summary>Lists the organizations.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /organizations. The vendor does not document the rows, so they are JSON as received.</remarks>
    public Task<IReadOnlyList<JsonElement>> ListOrganizationsAsync(CancellationToken cancellationToken = default) =>
        _api.ListOrganizationsAsync(cancellationToken);

    /// <summary>Lists the patron codes of an organization.</summary>
    /// <param name="organizationId">The organization.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The organization is negative.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /patroncodes?orgid=. The vendor does not document the rows, so they are JSON as received.</remarks>
    public Task<IReadOnlyList<JsonElement>> ListPatronCodesAsync(int organizationId, CancellationToken cancellationToken = default) =>
        _api.ListPatronCodesAsync(Checked(organizationId), cancellationToken);

    private static int Checked(int organizationId) => organizationId < 0
        ? throw new ArgumentOutOfRangeException(nameof(organizationId), organizationId, "The ID of an organization must not be negative.")
        : organizationId;
}
