namespace Polaris.Client;

/// <summary>The base of every exception that this library throws for what a server or the network did.</summary>
/// <remarks>
/// The caller's own mistakes are <see cref="ArgumentException"/> and <see cref="InvalidOperationException"/>; the caller's own
/// cancellation is <see cref="OperationCanceledException"/>, never wrapped.
/// </remarks>
public abstract class PolarisClientException : Exception
{
    private string? _note;

    /// <summary>Whether the server may have carried out what was asked of it; false only where it provably has not.</summary>
    /// <remarks>When true, read the record or <c>GET /workflow/{workflowRequestGuid}</c> before asking again.</remarks>
    public virtual bool MayHaveBeenProcessed => false;

    /// <inheritdoc/>
    public override string Message => _note is null ? base.Message : $"{base.Message} {_note}";

    private protected PolarisClientException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Adds what was found out afterwards to the message.</summary>
    internal void AddNote(string note) => _note = note;
}
