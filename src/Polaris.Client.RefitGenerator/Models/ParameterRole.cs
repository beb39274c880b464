namespace Polaris.Client.RefitGenerator.Models;

/// <summary>Where the value of a parameter goes.</summary>
internal enum ParameterRole
{
    Route,
    Query,
    Body,
    Header,
    Property,
    CancellationToken,
}
