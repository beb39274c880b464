namespace Polaris.Client.Marc.Tests;

/// <summary>A stream that returns its bytes in pieces, as a network does.</summary>
/// <param name="bytes">The bytes.</param>
/// <param name="piece">The most bytes of one read.</param>
/// <param name="isOpen">Whether a read beyond the bytes would wait for more, which a test must not do.</param>
internal sealed class PieceStream(byte[] bytes, int piece, bool isOpen = false) : MemoryStream(bytes)
{
    public override int Read(byte[] buffer, int offset, int count) => isOpen && Position == Length
        ? throw new InvalidOperationException("This read would wait.")
        : base.Read(buffer, offset, Math.Min(count, piece));
}
