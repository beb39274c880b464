using Polaris.Client.Cataloging;
using Polaris.Client.Http;

namespace Polaris.Client.Circulation;

/// <content>Outreach services, and the defaults of registrations.</content>
public sealed partial class PatronsClient
{
    /// <summary>Reads how outreach services serve a patron.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="extendedData">Whether the name of the patron and those of delivery mode and route are added.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">The patron does not exist, or another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">The response is not about this patron.</exception>
    /// <exception cref="PermissionDeniedException">The user may not see the reader services of patrons.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /patrons/{patronId}/readerservices?extendedData=. Vendor page: patronreaderservices/get_ors_patron.</remarks>
    public async Task<PatronReaderServices> GetReaderServicesAsync(
        int patronId, bool extendedData = false, CancellationToken cancellationToken = default)
    {
        var services = await _api.GetReaderServicesAsync(Checked(patronId), extendedData ? true : null, cancellationToken).ConfigureAwait(false);
        return services.PatronId == patronId
            ? services
            : throw RecordResponses.Unexpected("GET /patrons/{patronId}/readerservices", $"is not about patron {patronId}");
    }

    /// <summary>Reads the defaults of an organization for the registration of patrons.</summary>
    /// <param name="organizationId">The organization.</param>
    /// <param name="isExpress">Whether the defaults of the express registration, during a check-out, are read instead of the normal ones.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /patrondefaults?orgid=&amp;type=. Vendor page: patrons/get_patron_defaults.</remarks>
    public Task<PatronDefaults> GetDefaultsAsync(int organizationId, bool isExpress = false, CancellationToken cancellationToken = default) =>
        _api.GetDefaultsAsync(Argument.Id(organizationId, "an organization"), isExpress ? "express" : "normal", cancellationToken);
}
