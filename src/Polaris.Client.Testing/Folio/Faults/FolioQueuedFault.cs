namespace Polaris.Client.Testing;

internal sealed record FolioQueuedFault(FakeFolioFault Fault, string? Method, string? Path)
{
    public bool IsMeantFor(FolioCall request) =>
        (Method is null || string.Equals(Method, request.Method, StringComparison.OrdinalIgnoreCase))
        && (Path is null || request.Path.StartsWith(Path.TrimStart('/'), StringComparison.Ordinal));
}
