import { NoteLoading } from '#components/talks/note-loading';

export default NoteLoading;
