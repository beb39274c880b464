using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;
using Refit;

namespace Polaris.Client;

/// <summary>The status of the server, the only call besides the sign-in that does not need a token.</summary>
/// <remarks>Vendor page: introduction/the_api. Its path has no version, language, site, organization or workstation.</remarks>
[Headers("Accept: application/json")]
public interface IStatusApi
{
    /// <summary>Reads the name and the version of the server.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/api")]
    Task<PolarisStatus> GetAsync(CancellationToken cancellationToken = default);
}

/// <summary>The name and the version of a Polaris server.</summary>
/// <remarks>A property that the server does not send is <see langword="null"/>. Vendor page: introduction/the_api.</remarks>
public sealed class PolarisStatus
{
    /// <summary>The name of the service: <c>Polaris.ApplicationServices</c>.</summary>
    public string? ServiceName { get; set; }

    /// <summary>The version, such as <c>7.6.37191.1</c>.</summary>
    public string? Version { get; set; }

    /// <summary>The first part of the version.</summary>
    public int? Major { get; set; }

    /// <summary>The second part of the version.</summary>
    public int? Minor { get; set; }

    /// <summary>The third part of the version.</summary>
    public int? Build { get; set; }

    /// <summary>The fourth part of the version.</summary>
    public int? Revision { get; set; }

    /// <summary>Properties that this library does not know, as received: <c>Patches</c>, whose shape is not documented, among them.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>Returns the four parts of the version.</summary>
    public override string ToString() => $"{nameof(PolarisStatus)} {Major}.{Minor}.{Build}.{Revision}";
}

/// <summary>The JSON metadata of the status, without reflection.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNameCaseInsensitive = true,
    Converters = [typeof(LenientValues)])]
[JsonSerializable(typeof(PolarisStatus))]
internal sealed partial class StatusJson : JsonSerializerContext;
