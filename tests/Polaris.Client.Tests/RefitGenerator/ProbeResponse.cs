namespace Polaris.Client.Tests.RefitGenerator;

/// <summary>An answer that remembers whether it was disposed.</summary>
internal sealed class ProbeResponse : HttpResponseMessage
{
    public bool IsDisposed { get; private set; }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
